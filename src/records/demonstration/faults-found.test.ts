import { expect, test } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { dayNumberOf, isoDate } from '../../core/plain-date.ts';
import type { CostElement, Payment } from '../model.ts';
import { streamsOf } from '../pay-runs/streams.ts';
import { dueByStreams } from '../reports/load-committed-and-paid.ts';
import { paymentDifferences } from '../reports/payment-differences.ts';
import { accountsOf, owedBy } from './accounts.ts';
import { generateCouncil } from './generate-council.ts';
import type { ChildHistory, PaymentLine } from './history.ts';
import { type CostRow, costRows } from './ledger-faults.ts';
import { payRunsOf } from './pay-runs.ts';

const SEED = 11;
const AS_OF = isoDate('2026-11-28');
const TODAY = dayNumberOf(AS_OF);
const PERIOD = { from: dayNumberOf(isoDate('2026-04-01')), to: dayNumberOf(isoDate('2026-11-23')) };
/** The first night that neither carers nor suppliers have been paid for. */
const NOT_YET_PAID = dayNumberOf(isoDate('2026-11-01'));

const council = generateCouncil({ seed: SEED, children: 500, years: 3, asOf: AS_OF });
const runs = payRunsOf(council.calendar);

function element(childId: string, row: CostRow): CostElement {
  return { ...row, childId, provider: row.provider === '' ? undefined : row.provider };
}

function payment(childId: string, line: PaymentLine): Payment {
  const { placementStart, provider, costCentre, subjective } = line.element;
  return {
    ...{ childId, placementStart, costCentre, subjective, element: line.element.element },
    ...{
      paymentRef: line.reference,
      correctsRef: line.corrects === '' ? undefined : line.corrects,
    },
    ...{ runDate: line.runDate, periodFrom: line.periodFrom, periodTo: line.periodTo },
    ...{ gross: line.gross, contribution: line.contribution, contributionSource: undefined },
    ...{ provider: provider === '' ? undefined : provider, status: line.status },
  };
}

/** What the nights that are paid for cost, by element and night. */
function nightly(rows: readonly CostRow[]): Map<string, number> {
  const costs = new Map<string, number>();
  for (const row of rows) {
    const end = Math.min(row.to ?? NOT_YET_PAID, NOT_YET_PAID);
    for (let night = Math.max(row.from, PERIOD.from); night < end; night += 1) {
      const key = `${row.element} ${night}`;
      costs.set(key, (costs.get(key) ?? 0) + row.weeklyRate);
    }
  }
  return costs;
}

function costsAreWrong({ packages }: ChildHistory, held: readonly CostRow[]): boolean {
  const [is, says] = [nightly(packages), nightly(held)];
  return [...is.keys(), ...says.keys()].some((key) => is.get(key) !== says.get(key));
}

/** Whether a run of the year paid other than was owed, and nobody has put it right. */
function paymentsAreWrong({ packages, payments }: ChildHistory): boolean {
  const replaced = new Set(payments.map(({ corrects }) => corrects));
  const standing = payments.filter(
    ({ reference, status }) => !replaced.has(reference) && status !== 'commitment',
  );
  return accountsOf(packages).some((account) => {
    const { placementStart, element: kind, subjective } = account.first;
    const schedule = subjective === '5110' ? runs.fourWeekly : runs.monthly;
    return schedule.some((run) => {
      if (run.runDate > TODAY || run.to <= PERIOD.from) return false;
      const paid = standing.filter(
        (line) =>
          line.element.placementStart === placementStart &&
          line.element.element === kind &&
          line.periodFrom >= run.from &&
          line.periodTo < run.to,
      );
      const sum = paid.reduce((so, { gross }) => so + gross, 0);
      return Math.abs(sum - (owedBy(account, run)?.gross ?? 0)) >= 100;
    });
  });
}

test('the payments that differ from costs are those of the faults that the ledger was given, and no other', () => {
  const wrong = new Set<string>();
  const elements: CostElement[] = [];
  const payments: Payment[] = [];
  for (const history of council.histories()) {
    const held = costRows(SEED, history, council.calendar.asOf);
    elements.push(...held.map((row) => element(history.childId, row)));
    payments.push(...history.payments.map((line) => payment(history.childId, line)));
    if (costsAreWrong(history, held) || paymentsAreWrong(history)) wrong.add(history.childId);
  }
  const actual = payments.filter(({ status }) => status === 'actual');
  const references = new Set(actual.map(({ paymentRef }) => paymentRef));
  const runLines = actual
    .filter(({ correctsRef }) => correctsRef === undefined || !references.has(correctsRef))
    .map((line) => ({ ...line, paidTo: line.periodTo, lines: 1 }));
  const dueTo = dueByStreams(streamsOf(runLines, elements, TODAY));
  const counting = { period: PERIOD, matchedWithin: penceOf(100), dueTo };
  const rows = paymentDifferences(elements, payments, counting, (childId) => childId);
  const differing = rows.filter(({ state }) => state !== 'matched');
  expect(differing.map(({ childId }) => childId)).toEqual([...wrong].sort());
  expect(wrong.size).toBeGreaterThan(20);
  expect(rows.length).toBeGreaterThan(wrong.size * 5);
  const doubtful = differing.filter(({ explained }) => explained !== 'whole');
  expect(doubtful.length).toBeLessThan(wrong.size / 10);
});
