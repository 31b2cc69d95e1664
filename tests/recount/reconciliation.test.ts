import fc from 'fast-check';
import { expect, test } from 'vitest';
import { financialYearStarting } from '../../src/core/financial-year.ts';
import { decimalPounds } from '../../src/core/money.ts';
import { dateOfDayNumber, dayNumberOf } from '../../src/core/plain-date.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { codeOfKey } from '../../src/records/reconciliation/ledger-code.ts';
import { loadCodedMonths } from '../../src/records/reconciliation/load-codes.ts';
import { NO_COST } from '../../src/records/reconciliation/month-count.ts';
import { monthsOf } from '../../src/records/reconciliation/months.ts';
import type { RecordsTables } from '../../src/records/storage/records-tables.ts';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../support/import-files.ts';
import { type RandomPayments, randomPayments } from './random-payments.ts';
import { type CodedCouncil, monthOf, SlowMonths } from './slow-months.ts';
import { SlowPayments } from './slow-payments.ts';

const SEEDS = [28_112_016, 1, 77];
const COUNCILS = 5;
const YEAR = financialYearStarting(2021);
const CENTRES = ['41110', '41210', undefined];
const SUBJECTIVES = ['4310', undefined];
/** Runs of so many days tell a rhythm. */
const DAYS_OF_RUNS = 460;

/** The council with codes, and only with what files can say: no line of a cost twice, none without a night. */
function coded(council: RandomPayments): CodedCouncil {
  const { elements, payments, today } = council;
  const named = new Set<string>();
  const costs = elements
    .map((element, at) => ({
      ...element,
      costCentre: CENTRES[at % 3],
      subjective: SUBJECTIVES[at % 2],
    }))
    .filter(({ childId, placementStart, element, from, to, provider, costCentre, subjective }) => {
      const name = [
        childId,
        placementStart,
        element,
        from,
        provider,
        costCentre,
        subjective,
      ].join();
      if (named.has(name) || (to !== undefined && to <= from)) return false;
      named.add(name);
      return true;
    });
  return {
    today,
    elements: costs,
    payments: payments
      .filter(({ runDate }) => runDate >= today - DAYS_OF_RUNS)
      .map((payment, at) => ({
        ...payment,
        costCentre: CENTRES[(at >> 1) % 3],
        subjective: SUBJECTIVES[at % 2],
      })),
  };
}

function filesOf({ elements, payments }: CodedCouncil) {
  const day = (night: number | undefined) => (night === undefined ? '' : dateOfDayNumber(night));
  const costs = elements.map((one) =>
    [
      ...[one.childId, day(one.placementStart), one.element, decimalPounds(one.weeklyRate)],
      ...[day(one.from), day(one.to), one.funder, one.provider, one.costCentre, one.subjective],
    ].join(),
  );
  const paid = payments.map((one) =>
    [
      ...[one.paymentRef, day(one.runDate), day(one.periodFrom), day(one.periodTo), one.childId],
      ...[day(one.placementStart), one.provider, one.element, decimalPounds(one.gross)],
      ...[one.costCentre, one.subjective, one.status],
      one.correctsRef === one.paymentRef ? '' : one.correctsRef,
    ].join(),
  );
  const header = 'child_id,placement_start,element,weekly_rate,from,to,funder,provider';
  const ofPayments =
    'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross';
  return [
    fileOf('placement_costs.csv', [`${header},cost_centre,subjective`, ...costs].join('\n')),
    fileOf(
      'payments.csv',
      [`${ofPayments},cost_centre,subjective,status,corrects_ref`, ...paid].join('\n'),
    ),
  ];
}

describeOnBothDatabases('reconciliation by code and month', ALL_MIGRATIONS, (open) => {
  let councils = 0;

  async function expectRecounted(ground: Ground, council: CodedCouncil): Promise<number> {
    councils += 1;
    const authority = `R${councils}`;
    await addCouncil(ground, authority);
    const outcome = await importFiles(ground, authority, filesOf(council));
    expect(outcome.files.map(({ rejected }) => rejected)).toEqual([0, 0]);
    const today = dateOfDayNumber(council.today);
    const counted = await ground.read<RecordsTables, Awaited<ReturnType<typeof loadCodedMonths>>>(
      authority,
      (tx) => loadCodedMonths(tx, YEAR, today),
    );
    const [first, last] = [dayNumberOf(YEAR.firstDay), dayNumberOf(YEAR.lastDay)];
    const slow = new SlowMonths(
      council,
      new SlowPayments({ ...council, period: { from: first, to: last + 1 } }),
      first,
      last,
    );
    let amounts = 0;
    const codes = CENTRES.flatMap((costCentre) =>
      SUBJECTIVES.map((subjective) => JSON.stringify([costCentre ?? '', subjective ?? ''])),
    );
    expect([...counted.keys()].every((key) => codes.includes(key))).toBe(true);
    for (const key of codes) {
      const code = codeOfKey(key);
      for (const month of monthsOf(YEAR)) {
        const { accrualLines: _lines, ...cost } = counted.get(key)?.[month.at] ?? NO_COST;
        const of = {
          costCentre: code.costCentre ?? undefined,
          subjective: code.subjective ?? undefined,
        };
        expect(cost, `${authority} ${key} ${month.name}`).toEqual(slow.of(of, monthOf(month.from)));
        amounts += Object.values(cost).filter((amount) => amount !== 0).length;
      }
    }
    return amounts;
  }

  test(`agrees to the penny with a count night by night on ${COUNCILS} random councils of each of ${SEEDS.length} seeds`, async () => {
    const ground = await open();
    let amounts = 0;
    for (const seed of SEEDS) {
      for (const council of fc.sample(randomPayments, { seed, numRuns: COUNCILS })) {
        amounts += await expectRecounted(ground, coded(council));
      }
    }
    expect(amounts).toBeGreaterThan(500);
  }, 240_000);
});
