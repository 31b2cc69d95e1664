import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that changes something came from a page of this service, by what browsers say of
 * it (Fetch Metadata; Origin in older ones). A program that is not a browser says neither and is let by.
 */
export function sentFromHere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = headers.origin;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
