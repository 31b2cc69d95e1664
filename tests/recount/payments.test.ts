import fc from 'fast-check';
import { expect, it } from 'vitest';
import { committedAgainstPayments } from '../../src/records/care-cost/committed-against-payments.ts';
import type { PaidLines } from '../../src/records/pay-runs/runs.ts';
import { streamKey } from '../../src/records/pay-runs/runs.ts';
import { streamsOf } from '../../src/records/pay-runs/streams.ts';
import { dueByStreams } from '../../src/records/reports/load-committed-and-paid.ts';
import { type RandomPayments, randomPayments } from './random-payments.ts';
import { SlowPayments } from './slow-payments.ts';

const COUNCILS = 300;
const SEED = 28_112_016;

/** As the database counts them. */
function paidLines({ payments }: RandomPayments): PaidLines[] {
  const actual = payments.filter(({ status }) => status === 'actual');
  const refs = new Set(actual.map(({ paymentRef }) => paymentRef));
  return actual
    .filter(
      ({ gross, correctsRef, paymentRef }) =>
        gross > 0 &&
        (correctsRef === undefined || correctsRef === paymentRef || !refs.has(correctsRef)),
    )
    .map(({ provider, element, costCentre, runDate, periodTo }) => {
      return { provider, element, costCentre, runDate, paidTo: periodTo, lines: 1 };
    });
}

const streamsIn = (council: RandomPayments) =>
  streamsOf(paidLines(council), council.elements, council.today);

function expectRecounted(council: RandomPayments): void {
  const { elements, payments, period } = council;
  const streams = streamsIn(council);
  const slow = new SlowPayments(council);
  for (const element of elements) {
    expect(streams.get(streamKey(element))?.cutOff).toBe(slow.cutOff(element));
  }
  for (const line of committedAgainstPayments(elements, payments, period, dueByStreams(streams))) {
    const found = slow.of(line.childId);
    expect({
      committed: BigInt(line.committedPence),
      due: BigInt(line.duePence),
      paid: BigInt(line.paidPence),
      accruals: BigInt(line.accrualsPence),
      commitments: BigInt(line.commitmentLinesPence),
    }).toEqual(found);
    expect(line.awaitingPence).toBe(line.committedPence - line.duePence);
    expect(line.differencePence).toBe(line.paidPence - line.duePence);
  }
}

it(`agrees to the penny with a count night by night on ${COUNCILS} random councils`, () => {
  fc.assert(fc.property(randomPayments, expectRecounted), { numRuns: COUNCILS, seed: SEED });
});

it('is tried on councils that hold what is hard', () => {
  const councils = fc.sample(randomPayments, { numRuns: 600, seed: SEED });
  const streams = councils.flatMap((council) => [...streamsIn(council).values()]);
  const of = (what: 'state' | 'source') => new Set(streams.map((stream) => stream[what]));
  expect([...of('state')].sort()).toEqual(['never-paid', 'nothing-to-pay', 'on-time', 'overdue']);
  expect([...of('source')].sort()).toEqual(['all', 'assumed', 'none', 'own', 'supplier']);
  const beyond = streams.filter(
    ({ last, cutOff }) => (cutOff ?? 0) > (last?.paidTo ?? cutOff ?? 0),
  );
  expect(beyond.length).toBeGreaterThan(20);
  const rhythms = new Set(streams.map(({ rhythm }) => rhythm?.months ?? rhythm?.gap));
  for (const gap of [1, 3, 7, 14, 28]) expect([gap, rhythms.has(gap)]).toEqual([gap, true]);
});
