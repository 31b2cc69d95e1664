/** Where the visits are. */
export const VISITS = '/services/visits';

/** The case of one child. */
export function visitPath(childId: string): string {
  return `${VISITS}/${encodeURIComponent(childId)}`;
}
