import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Nothing from any other host, nothing written into the page itself: no inline script or style, no
 * frame, no form sent elsewhere but to the origins given at each answer (a sign-out that leads on to the
 * identity provider counts as such). Addresses may name a child, so no other site is told where a
 * reader came from.
 */
export function securityHeaders(
  formTargets: (hostHeader: string | undefined) => readonly string[],
): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: [({ headers }) => ["'self'", ...formTargets(headers.host)].join(' ')],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // Transport security is for whatever ends TLS in front of this server to promise.
    strictTransportSecurity: false,
  };
}

/** The same for an answer that is given before any hook: what matters of a page that shows only what went wrong. */
export function headersWithoutHooks(formTargets: readonly string[]): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join(';'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  };
}
