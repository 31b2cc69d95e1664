import { isoDate, type PlainDate } from '../../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import type { ReadingRequest } from '../../../../platform/http/route.ts';
import type { Asked, Loaded } from '../../../../platform/lists/list.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { type BetweenFound, betweenAsked } from '../../between.ts';
import type { Between } from '../../change.ts';
import type { ChangeSums } from '../../change-sums.ts';
import { countChanges } from '../../count-changes.ts';
import { loadChangeSums } from '../../load-change-sums.ts';
import { newestRevisions, type RevisionTold, revisionsNumbered } from '../../revisions-told.ts';
import { filterOf, orderOf } from './asked-changes.ts';
import type { ChangesValues } from './filters.tsx';
import { type ListedChange, listedChanges } from './listed-changes.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** How many states are offered to choose from. */
export const MOST_OFFERED = 100;
const NOTHING: ChangeSums = { sums: [], children: 0, childrenOf: new Map() };

/** A page of what changed, with what stands round it. */
export interface FoundChanges extends Loaded<ListedChange> {
  /** Undefined where nothing has been imported yet. */
  readonly between: Between | undefined;
  readonly sums: ChangeSums;
  /** The day to which the nights of a year are counted. */
  readonly day: PlainDate;
  readonly offered: readonly RevisionTold[];
  readonly revisions: ReadonlyMap<number, RevisionTold>;
}

async function dayOf(
  tx: Transaction,
  { until, untilDay }: BetweenFound,
  today: PlainDate,
): Promise<PlainDate> {
  if (untilDay !== undefined) return untilDay < today ? untilDay : today;
  const [row] = await tx.rows(
    `select (made_at at time zone 'Europe/London')::date::text from revision
     where authority_id = $1 and revision = $2`,
    [tx.authority, until],
  );
  return row === undefined ? today : isoDate(String(row[0]));
}

/** A page of what changed between the two states that are asked for, of what the reader sees. */
export function foundChanges(
  request: ReadingRequest,
  asked: Asked<ChangesValues>,
): Promise<FoundChanges> {
  const { values, page, pageSize } = asked;
  return request.read(async (tx: Transaction): Promise<FoundChanges> => {
    const between = await betweenAsked(tx, values);
    const offered = await newestRevisions(tx, MOST_OFFERED);
    if (between === undefined) {
      const none = { rows: [], total: 0, sums: NOTHING, revisions: new Map() };
      return { ...none, between, offered, day: request.today };
    }
    const day = await dayOf(tx, between, request.today);
    const sums = await loadChangeSums(tx, between, day);
    const filter = await filterOf(tx, values);
    const rows = await listedChanges(tx, between, filter, {
      ...orderOf(asked.order),
      offset: (page - 1) * pageSize,
      limit: pageSize,
    });
    const causes = sums.sums.map(({ revision }) => revision);
    const numbers = [...new Set([between.from, between.until, ...causes])];
    const revisions = await revisionsNumbered(tx, numbers);
    const total = await countChanges(tx, between, filter, sums);
    return { rows, total, between, sums, day, offered, revisions };
  });
}
