import type { CookieSerializeOptions } from '@fastify/cookie';

/** What the service keeps in a browser: who is signed in, a sign-in under way at a provider, and for a minute what was just done. */
export type CookieName = 'session' | 'sign-in' | 'done';

/** A cookie to be set; without a value it is taken away. */
export interface ReplyCookie {
  readonly name: CookieName;
  readonly value: string | undefined;
  /** Without it the browser keeps the cookie until it is closed. */
  readonly maxAgeSeconds?: number;
}

/**
 * The cookie's name in the browser. Over https it begins with `__Host-`, which a browser takes only
 * from this very host, over https, for every path (RFC 6265bis, section 4.1.3.2).
 */
export function nameInBrowser(name: CookieName, secure: boolean): string {
  return `${secure ? '__Host-' : ''}wellplaced-${name}`;
}

/** Out of reach of scripts, and not sent along when another site posts a form here. */
export function cookieOptions(
  secure: boolean,
  maxAgeSeconds: number | undefined,
): CookieSerializeOptions {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  };
}
