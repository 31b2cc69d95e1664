import type { DayNumber, PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { isShortBreak } from '../care-cost/attribution.ts';
import { rowsByChild } from '../care-cost/by-child.ts';
import { type Placement, placementsOf } from '../care-cost/placements.ts';
import { codesOf } from '../codes/code-status.ts';
import { placementGroup } from '../codes/placement-group.ts';
import type { Episode } from '../model.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { periodsOfCare } from './periods-of-care.ts';

/** What the episodes of a child, up to the one that the list shows, tell of it. */
export interface HistoryFacts {
  /** The start of the placement: the first of the episodes that make one stay in one place. */
  readonly placementStart: DayNumber | undefined;
  /** The start of the period of care; undefined for short breaks, which are none. */
  readonly since: DayNumber | undefined;
  /** Whether the child was looked after before it, for the first episode held is no start. */
  readonly sinceBefore: boolean;
}

const COLUMNS = `child_id, decom - date '1970-01-01', dec - date '1970-01-01', rne, ls, place,
  place_provider, urn`;
const text = (value: unknown) => (value === null ? undefined : (value as string));

function episodeOf(row: readonly unknown[]): Episode {
  return {
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
  };
}

/** The placement that the latest of the episodes, in order, belongs to. */
function shownPlacement(episodes: readonly Episode[]): Placement | undefined {
  const shown = episodes.at(-1);
  return placementsOf(episodes).find(({ episodes: joined }) =>
    joined.some(({ decom }) => decom === shown?.decom),
  );
}

const TEMPORARY = codesOf('placementType')
  .filter(({ code }) => placementGroup(code, undefined) === 'temporary')
  .map(({ code }) => `'${code}'`)
  .join(', ');

/**
 * The start of the placement of each of these children as of the night. An episode after none that is
 * temporary begins a placement for certain when its reason says so or a gap is before it: nothing
 * before the last such is read.
 */
export async function loadPlacementStarts(
  tx: CouncilTransaction<RecordsTables>,
  childIds: readonly string[],
  night: PlainDate,
): Promise<ReadonlyMap<string, DayNumber | undefined>> {
  const rows = await tx.rows(
    `select ${COLUMNS} from (
       select *, max(decom) filter (where begins) over (partition by child_id) as begun from (
         select *, place not in (${TEMPORARY})
             and coalesce(lag(place) over history, '') not in (${TEMPORARY})
             and (rne in ('S', 'P', 'B', 'T', 'U') or lag(dec) over history is distinct from decom)
             as begins
         from episode where authority_id = $1 and child_id = any($2) and decom <= $3
         window history as (partition by child_id order by decom)
       ) told
     ) known
     where begun is null or decom >= begun order by child_id, decom`,
    [tx.authority, childIds, night],
  );
  const starts = new Map<string, DayNumber | undefined>();
  for (const [childId, ofChild] of rowsByChild(rows.map(episodeOf))) {
    starts.set(childId, shownPlacement(ofChild)?.start);
  }
  return starts;
}

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
    `select ${COLUMNS}
     from (select *, max(decom) filter (where rne = 'S') over (partition by child_id) as started
       from episode where authority_id = $1 and child_id = any($2) and decom <= $3) known
     where started is null or decom >= started
     order by child_id, decom`,
    [tx.authority, childIds, night],
  );
  const facts = new Map<string, HistoryFacts>();
  for (const [childId, ofChild] of rowsByChild(rows.map(episodeOf))) {
    facts.set(childId, factsOf(ofChild));
  }
  return facts;
}

/** A child's facts from the episodes in order; the last of them is the one shown. */
function factsOf(episodes: readonly Episode[]): HistoryFacts {
  const shown = episodes.at(-1);
  const inCare = shown !== undefined && !isShortBreak(shown);
  const period = inCare ? periodsOfCare(episodes).at(-1) : undefined;
  return {
    placementStart: shownPlacement(episodes)?.start,
    since: period?.start,
    sinceBefore: period?.sinceBefore === true,
  };
}
