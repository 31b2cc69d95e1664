import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits, to be shown once. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database holds of a secret: enough to know it again, nothing to use it with. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
