import { type Pence, penceOf } from '../../core/money.ts';
import { dateOfDayNumber, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { type Period, SHORT_BREAKS } from '../care-cost/attribution.ts';
import type { DueTo } from '../care-cost/committed-against-payments.ts';
import type { CostElement, Payment } from '../model.ts';
import { streamKey } from '../pay-runs/runs.ts';
import { type Streams, streamsOf } from '../pay-runs/streams.ts';
import { loadElements } from '../storage/load-placement-facts.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { loadPaidLines } from './load-paid-lines.ts';
import type { ShortBreak } from './report-and-payments.ts';
import { loadPseudonyms } from './weekly-report/load-report.ts';

const IN_PERIOD = 'period_to >= $2 and period_from <= $3';

const text = (value: unknown) => (value === null ? undefined : (value as string));

/** The payments for days of the period, with those elsewhere that correct one of them. */
async function loadPayments(
  tx: CouncilTransaction<RecordsTables>,
  period: Period,
): Promise<Payment[]> {
  const rows = await packedRows(
    tx,
    [
      ...['payment_ref', `run_date - date '1970-01-01'`, `period_from - date '1970-01-01'`],
      ...[`period_to - date '1970-01-01'`, 'child_id', `placement_start - date '1970-01-01'`],
      ...['provider', 'element', 'gross', 'contribution_source', 'contribution', 'cost_centre'],
      ...['subjective', 'status', 'corrects_ref'],
    ],
    `from payment where authority_id = $1 and ((${IN_PERIOD}) or corrects_ref in
       (select payment_ref from payment where authority_id = $1 and ${IN_PERIOD}))`,
    [tx.authority, dateOfDayNumber(period.from), dateOfDayNumber(period.to - 1)],
  );
  return rows.map(
    (row): Payment => ({
      paymentRef: row[0] as string,
      runDate: row[1] as number,
      periodFrom: row[2] as number,
      periodTo: row[3] as number,
      childId: row[4] as string,
      placementStart: row[5] as number,
      provider: text(row[6]),
      element: row[7] as Payment['element'],
      gross: penceOf(row[8] as number),
      contributionSource: text(row[9]),
      contribution: penceOf(row[10] as number),
      costCentre: text(row[11]),
      subjective: text(row[12]),
      status: row[13] as Payment['status'],
      correctsRef: text(row[14]),
    }),
  );
}

/** A payment may reach so many days beyond an edge of the period; what its nights cost there tells its share. */
const BEYOND = 100;

/** What was committed and what was paid, and up to which night it should have been. */
export interface CommittedAndPaid {
  readonly elements: readonly CostElement[];
  /** Made by the day: what stands for an actual payment of a later run is none yet. */
  readonly payments: readonly Payment[];
  /** What actual payments of later runs come to, in pence. */
  readonly yetToBeMade: Pence;
  readonly shortBreaks: readonly ShortBreak[];
  readonly streams: Streams;
  readonly pseudonym: (childId: string) => string;
}

/** The agreed short breaks with a night in the period. */
async function loadShortBreaks(
  tx: CouncilTransaction<RecordsTables>,
  period: Period,
): Promise<ShortBreak[]> {
  const rows = await tx.rows(
    `select child_id, decom - date '1970-01-01', dec - date '1970-01-01' from episode
     where authority_id = $1 and ls = any($4) and decom <= $3 and (dec is null or dec > $2)`,
    [
      ...[tx.authority, dateOfDayNumber(period.from), dateOfDayNumber(period.to - 1)],
      [...SHORT_BREAKS],
    ],
  );
  return rows.map(([childId, from, to]) => ({
    childId: String(childId),
    from: Number(from),
    to: to === null ? undefined : Number(to),
  }));
}

/** Loads the cost elements of a period, and how the runs that pay them stand on a day. */
export async function loadStreams(
  tx: CouncilTransaction<RecordsTables>,
  period: Period,
  today: PlainDate,
): Promise<Pick<CommittedAndPaid, 'elements' | 'streams'>> {
  const elements = await loadElements(tx, [
    dateOfDayNumber(period.from - BEYOND),
    dateOfDayNumber(period.to + BEYOND),
  ]);
  const paid = await loadPaidLines(tx, today);
  return { elements, streams: streamsOf(paid, elements, dayNumberOf(today)) };
}

/** Loads the cost elements and the payments of a period, and up to which night they should have been paid on a day. */
export async function loadCommittedAndPaid(
  tx: CouncilTransaction<RecordsTables>,
  period: Period,
  today: PlainDate,
): Promise<CommittedAndPaid> {
  const all = await loadPayments(tx, period);
  const last = dayNumberOf(today);
  const isMade = ({ status, runDate }: Payment) => status !== 'actual' || runDate <= last;
  const later = all.filter((payment) => !isMade(payment));
  return {
    ...(await loadStreams(tx, period, today)),
    payments: later.length === 0 ? all : all.filter(isMade),
    yetToBeMade: penceOf(later.reduce((sum, { gross }) => sum + gross, 0)),
    shortBreaks: await loadShortBreaks(tx, period),
    pseudonym: await loadPseudonyms(tx),
  };
}

/** Up to which night each element should have been paid, by its stream. */
export function dueByStreams(streams: Streams): DueTo {
  return (element) => {
    const cutOff = streams.get(streamKey(element))?.cutOff;
    return cutOff === undefined ? undefined : cutOff + 1;
  };
}
