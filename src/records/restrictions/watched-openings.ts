import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { WatchedOpening } from './restriction.ts';
import { loadOpenings } from './store.ts';
import type { RestrictionTables } from './tables.ts';

const TAKEN_OUT = '[child]';

/** The text without any of the words, in whatever case they are written. */
export function withoutWords(text: string, words: readonly string[]): string {
  if (words.length === 0) return text;
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const escaped = longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(any, TAKEN_OUT);
}

/** Every opening of a restricted child, the latest first, for whoever watches over them and may see no such child. The transaction must be of the whole council. */
export async function loadWatchedOpenings(
  tx: CouncilTransaction<RestrictionTables>,
): Promise<readonly WatchedOpening[]> {
  const restricted = await tx.db
    .selectFrom('restriction')
    .select(['child_id', 'pseudonym'])
    .where('authority_id', '=', tx.authority)
    .execute();
  const words = restricted.flatMap((row) => [row.child_id, row.pseudonym]);
  const openings = await loadOpenings(tx);
  return openings.map(({ childId: _child, personId: _person, restrictionId, ...opening }) => ({
    ...opening,
    restriction: restrictionId.slice(0, 8).toUpperCase(),
    reason: withoutWords(opening.reason, words),
  }));
}
