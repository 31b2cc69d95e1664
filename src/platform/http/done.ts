import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long the next page may take to be asked for. */
export const DONE_SECONDS = 60;

function signatureOf(formToken: string, path: string, what: string): Buffer {
  return createHmac('sha256', formToken)
    .update(JSON.stringify(['done', path, what]))
    .digest();
}

function pathOf(address: string): string {
  return address.split(/[?#]/)[0] ?? '';
}

/**
 * What was just done, as the browser keeps it until the page that says it: signed, so that nobody
 * can have a page say what was not done, for this session and the page at that address alone.
 */
export function keptDone(formToken: string, address: string, what: string): string {
  const signature = signatureOf(formToken, pathOf(address), what);
  return `${Buffer.from(what).toString('base64url')}.${signature.toString('base64url')}`;
}

/** What the page at the address says was done; undefined for what was not signed for it. */
export function saidDone(
  kept: string | undefined,
  formToken: string,
  address: string,
): string | undefined {
  const [text = '', sent = ''] = kept?.split('.') ?? [];
  if (text === '') return undefined;
  const what = Buffer.from(text, 'base64url').toString();
  const signature = signatureOf(formToken, pathOf(address), what);
  const given = Buffer.from(sent, 'base64url');
  return given.length === signature.length && timingSafeEqual(given, signature) ? what : undefined;
}
