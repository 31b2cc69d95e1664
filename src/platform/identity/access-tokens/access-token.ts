import { newToken } from '../secret-token.ts';

/** So that a program that looks for secrets in files and messages knows one of ours. */
const PREFIX = 'wellplaced_';

/** A new token's secret, of 256 bits, to be shown once. */
export function newAccessToken(): string {
  return PREFIX + newToken();
}

/** Whether the text has the form of a token; what has not is never asked of the database. */
export function isAccessToken(text: string): boolean {
  return /^wellplaced_[\w-]{43}$/.test(text);
}

/** How many days a token may last: what is offered, and unless chosen otherwise. */
export const TOKEN_DAYS = [7, 30, 90, 180, 365] as const;
export const USUAL_TOKEN_DAYS = 90;
