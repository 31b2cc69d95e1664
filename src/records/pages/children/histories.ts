import { type DayNumber, dayNumberOf, type PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { rowsByChild } from '../../care-cost/by-child.ts';
import { placementsOf } from '../../care-cost/placements.ts';
import type { Episode } from '../../model.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { periodsOfCare } from '../child/periods-of-care.ts';

/** What the episodes of a child, up to the one that the list shows, tell of it. */
export interface HistoryFacts {
  /** The start of the placement: the first of the episodes that make one stay in one place. */
  readonly placementStart: DayNumber | undefined;
  /** The start of the period of care; undefined for short breaks, which are none. */
  readonly since: DayNumber | undefined;
}

const text = (value: unknown) => (value === null ? undefined : (value as string));

/**
 * The facts of each of these children as of the night; a child without an episode by then has none.
 * Neither a placement nor a period of care reaches back before an episode that began one (RNE S), so
 * the episodes before the last such are not read.
 */
export async function loadHistories(
  tx: CouncilTransaction<RecordsTables>,
  childIds: readonly string[],
  night: PlainDate,
): Promise<ReadonlyMap<string, HistoryFacts>> {
  const rows = await tx.rows(
    `select child_id, decom - date '1970-01-01', dec - date '1970-01-01', rne, ls, place,
       place_provider, urn
     from (select *, max(decom) filter (where rne = 'S') over (partition by child_id) as started
       from episode where authority_id = $1 and child_id = any($2) and decom <= $3) known
     where started is null or decom >= started
     order by child_id, decom`,
    [tx.authority, childIds, night],
  );
  const episodes = rows.map(
    (row): Episode => ({
      childId: row[0] as string,
      decom: row[1] as number,
      dec: row[2] === null ? undefined : (row[2] as number),
      rne: text(row[3]),
      ls: text(row[4]),
      cin: undefined,
      place: row[5] as string,
      placeProvider: text(row[6]),
      rec: undefined,
      reasonPlaceChange: undefined,
      urn: text(row[7]),
      area: 'unknown',
      distanceMiles: undefined,
    }),
  );
  const last = dayNumberOf(night);
  const facts = new Map<string, HistoryFacts>();
  for (const [childId, ofChild] of rowsByChild(episodes)) {
    facts.set(childId, factsOf(ofChild, last));
  }
  return facts;
}

function factsOf(episodes: readonly Episode[], night: DayNumber): HistoryFacts {
  const shown = episodes.at(-1);
  const placement = placementsOf(episodes).find(({ episodes: joined }) =>
    joined.some(({ decom }) => decom === shown?.decom),
  );
  const period = periodsOfCare(episodes).findLast(
    ({ start, end }) =>
      shown !== undefined && start <= shown.decom && (end === undefined || shown.decom < end),
  );
  return {
    placementStart: placement?.start,
    since: period !== undefined && period.start <= night ? period.start : undefined,
  };
}
