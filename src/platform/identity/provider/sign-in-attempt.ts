import { z } from 'zod';
import { safeReturnPath } from '../../http/return-path.ts';

const ATTEMPT = z.object({
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  returnTo: z.string().transform(safeReturnPath),
  firstPersonToken: z.string().optional(),
});

/**
 * A sign-in under way at the provider. It is kept in a cookie of the browser that began it: only an
 * answer that comes back in that browser is taken (RFC 9700, section 4.7).
 */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  /** Of the proof key (RFC 7636). */
  readonly verifier: string;
  readonly returnTo: string;
  /** Set when the first person follows the printed link. */
  readonly firstPersonToken?: string | undefined;
}

/** How long a person has to sign in at the provider. */
export const ATTEMPT_SECONDS = 600;

/** The attempt as a cookie's value. */
export function attemptAsCookie(attempt: SignInAttempt): string {
  return Buffer.from(JSON.stringify(attempt)).toString('base64url');
}

/** The attempt in a cookie; undefined when there is none that can be read. */
export function attemptFromCookie(value: string | undefined): SignInAttempt | undefined {
  if (value === undefined) return undefined;
  try {
    const read = ATTEMPT.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString()));
    return read.success ? read.data : undefined;
  } catch {
    // Not JSON: made by something else than attemptAsCookie.
    return undefined;
  }
}
