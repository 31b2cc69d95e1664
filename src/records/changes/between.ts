import { Temporal } from 'temporal-polyfill';
import { addDays, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { newestRevision, revisionAt } from '../revisions/revision.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { Between } from './change.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** Two states as they are asked for: each by its revision or by a day, at whose end it stood; a day goes first. */
export interface BetweenAsked {
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly fromDay?: PlainDate | undefined;
  readonly untilDay?: PlainDate | undefined;
}

/** The two states that were asked for, the earlier first. */
export interface BetweenFound extends Between {
  /** The day by which the later was asked for, where it was one. */
  readonly untilDay: PlainDate | undefined;
}

/** The last instant of a day in England. */
export function endOfDay(day: PlainDate): Date {
  const next = Temporal.PlainDate.from(addDays(day, 1)).toZonedDateTime('Europe/London');
  return new Date(next.epochMilliseconds - 1);
}

/**
 * The two states that are asked for, the earlier first: without an end as the records are now, without
 * a beginning what the last revision made. Undefined where a council has no revision yet.
 */
export async function betweenAsked(
  tx: Transaction,
  asked: BetweenAsked,
): Promise<BetweenFound | undefined> {
  const newest = await newestRevision(tx);
  if (newest === 0) return undefined;
  const at = async (day: PlainDate | undefined, revision: number | undefined) =>
    day === undefined ? revision : revisionAt(tx, endOfDay(day));
  const until = Math.min((await at(asked.untilDay, asked.until)) ?? newest, newest);
  const from = Math.min((await at(asked.fromDay, asked.from)) ?? Math.max(0, until - 1), newest);
  if (from > until) return { from: until, until: from, untilDay: asked.fromDay };
  return { from, until, untilDay: asked.untilDay };
}
