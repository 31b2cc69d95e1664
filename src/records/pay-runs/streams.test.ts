import { describe, expect, test } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { dateOfDayNumber, dayNumberOf, isoDate } from '../../core/plain-date.ts';
import type { CostElement } from '../model.ts';
import { rhythmInWords } from './in-words.ts';
import { type InStream, type PaidLines, streamKey } from './runs.ts';
import { streamsOf } from './streams.ts';

const day = (text: string) => dayNumberOf(isoDate(text));
const ALDER: InStream = { provider: 'Alder', element: 'core', costCentre: '41110' };
const BEECH: InStream = { provider: 'Beech', element: 'core', costCentre: '41210' };

function run(runDate: string, paidTo: string, of = ALDER, lines = 1): PaidLines {
  return { ...of, runDate: day(runDate), paidTo: day(paidTo), lines };
}

function cost(of = ALDER, from = '2021-01-01', to?: string): CostElement {
  return {
    ...{ childId: 'A', placementStart: day('2021-01-01'), from: day(from) },
    ...{ to: to === undefined ? undefined : day(to), weeklyRate: penceOf(70_000) },
    ...{ funder: 'social_care', contract: undefined, subjective: undefined },
    ...of,
  };
}

const MONTHLY = [
  run('2021-02-12', '2021-01-31'),
  run('2021-03-12', '2021-02-28'),
  run('2021-04-12', '2021-03-31'),
];

function stand(paid: readonly PaidLines[], costs: readonly CostElement[], on: string, of = ALDER) {
  const stream = streamsOf(paid, costs, day(on)).get(streamKey(of));
  if (stream === undefined) return undefined;
  const { rhythm, nextRun, cutOff, state, overdueBy, source } = stream;
  const date = (night: number | undefined) =>
    night === undefined ? undefined : dateOfDayNumber(night);
  return {
    ...{ state, overdueBy, source, nextRun: date(nextRun), cutOff: date(cutOff) },
    rhythm: rhythm && rhythmInWords(rhythm),
  };
}

describe('the rhythm of a stream', () => {
  const every = (days: number, lag: number, times = 4) =>
    Array.from({ length: times }, (_none, at): PaidLines => {
      const paidTo = day('2021-01-03') + days * at;
      return { ...ALDER, runDate: paidTo + lag, paidTo, lines: 1 };
    });

  test.each([
    [every(28, 5), 'Four-weekly, paid 5 days after the last night'],
    [every(7, 1), 'Weekly, paid 1 day after the last night'],
    [every(14, 0), 'Fortnightly, paid on the last night'],
    [every(28, -20), 'Four-weekly, paid 20 days before the last night'],
    [every(10, 3), 'About every 10 days, paid 3 days after the last night'],
    [MONTHLY, 'Monthly, paid 12 days after the last night'],
  ])('is told from its runs', (paid, words) => {
    expect(stand(paid, [cost()], '2021-04-13')).toMatchObject({ rhythm: words, source: 'own' });
  });

  test('is not bent by a run that was left out, nor by what is paid beside the runs', () => {
    const without = every(28, 5, 6).toSpliced(3, 1);
    const again = run('2021-02-10', '2021-01-31');
    const ahead = run('2021-02-20', '2021-06-30', ALDER, 1);
    const many = without.map((each) => ({ ...each, lines: 40 }));
    expect(stand([...many, again, ahead], [cost()], '2021-05-30')).toMatchObject({
      ...{ rhythm: 'Four-weekly, paid 5 days after the last night', cutOff: '2021-05-23' },
    });
  });
});

describe('the cut-off of a stream', () => {
  test('is the last night of its last run until the next has been due for as long as the usual gap', () => {
    expect(stand(MONTHLY, [cost()], '2021-05-12')).toMatchObject({
      ...{ state: 'on-time', nextRun: '2021-05-12', cutOff: '2021-03-31', overdueBy: 0 },
    });
    expect(stand(MONTHLY, [cost()], '2021-06-09')).toMatchObject({
      ...{ state: 'overdue', nextRun: '2021-05-12', cutOff: '2021-03-31', overdueBy: 28 },
    });
    expect(stand(MONTHLY, [cost()], '2021-06-13')).toMatchObject({
      ...{ state: 'overdue', nextRun: '2021-05-12', cutOff: '2021-05-31', overdueBy: 32 },
    });
  });

  test('is the night to which most of its children were paid, for those who left were paid to an earlier one', () => {
    const last = [
      run('2021-05-12', '2021-04-09', ALDER, 3),
      run('2021-05-12', '2021-04-30', ALDER, 9),
    ];
    expect(stand([...MONTHLY, ...last], [cost()], '2021-05-20')?.cutOff).toBe('2021-04-30');
  });

  test('does not know of runs still to come', () => {
    const ahead = run('2021-05-12', '2021-04-30');
    expect(stand([...MONTHLY, ahead], [cost()], '2021-05-11')?.cutOff).toBe('2021-03-31');
  });

  test('of a stream with nothing to pay is its last night, however long ago', () => {
    const ended = cost(ALDER, '2021-01-01', '2021-04-01');
    expect(stand(MONTHLY, [ended], '2021-12-01')).toMatchObject({
      ...{ state: 'nothing-to-pay', nextRun: undefined, cutOff: '2021-03-31' },
    });
    const again = cost(ALDER, '2021-11-01');
    expect(stand(MONTHLY, [ended, again], '2021-12-01')).toMatchObject({
      ...{ state: 'on-time', nextRun: '2021-12-12', cutOff: '2021-03-31' },
    });
  });
});

test('a stream that its supplier’s run left out is due as far as the others are paid, but not for being paid on other days', () => {
  const health: InStream = { ...ALDER, element: 'health' };
  const toMarch = MONTHLY.map((each) => ({ ...each, ...health }));
  const core = [...MONTHLY, run('2021-05-12', '2021-04-30')].map((each) => ({ ...each, lines: 9 }));
  expect(stand([...toMarch, ...core], [cost(health)], '2021-05-14', health)).toMatchObject({
    ...{ source: 'own', state: 'overdue', overdueBy: 2, cutOff: '2021-04-30' },
  });
  const later = toMarch.map((each) => ({
    ...each,
    runDate: each.runDate + 3,
    paidTo: each.paidTo + 3,
  }));
  const ahead = later.map((each) => ({ ...each, ...ALDER, lines: 9 }));
  expect(stand([...toMarch, ...ahead], [cost(health)], '2021-04-20', health)).toMatchObject({
    ...{ state: 'on-time', cutOff: '2021-03-31' },
  });
});

describe('a stream without a rhythm of its own', () => {
  const health: InStream = { ...ALDER, element: 'health' };

  test('has that of its supplier’s other runs, and is overdue where they left it out', () => {
    const once = run('2021-03-12', '2021-02-28', health);
    expect(stand([...MONTHLY, once], [cost(health)], '2021-04-20', health)).toMatchObject({
      ...{ source: 'supplier', state: 'overdue', overdueBy: 8, cutOff: '2021-03-31' },
    });
    expect(stand(MONTHLY, [cost(health)], '2021-04-20', health)).toMatchObject({
      ...{ source: 'supplier', state: 'never-paid', cutOff: '2021-03-31' },
    });
  });

  test('of a supplier never paid has that by which the most is paid', () => {
    expect(stand(MONTHLY, [cost(BEECH)], '2021-04-20', BEECH)).toMatchObject({
      ...{ source: 'all', state: 'never-paid', cutOff: '2021-03-31' },
    });
    const later = cost(BEECH, '2021-04-03');
    expect(stand(MONTHLY, [later], '2021-04-20', BEECH)).toMatchObject({
      ...{ source: 'all', state: 'on-time', nextRun: '2021-05-12', cutOff: '2021-03-31' },
    });
  });

  test('is taken to be monthly where no stream tells one, and has every night due where nothing was ever paid', () => {
    const two = MONTHLY.slice(0, 2);
    expect(stand(two, [cost(BEECH)], '2021-03-20', BEECH)).toMatchObject({
      ...{ source: 'assumed', rhythm: 'Monthly, paid 12 days after the last night' },
      ...{ cutOff: '2021-02-28', state: 'never-paid' },
    });
    expect(stand([], [cost()], '2021-03-20')).toMatchObject({
      ...{ source: 'none', cutOff: undefined, state: 'never-paid', rhythm: undefined },
    });
  });
});

test('payments that name no supplier fall into streams by cost centre and element', () => {
  const allowance: InStream = { provider: undefined, element: 'other', costCentre: '41520' };
  const fees: InStream = { ...allowance, costCentre: '41220' };
  const paid = [...MONTHLY, run('2021-04-30', '2021-04-25', allowance)];
  expect(stand(paid, [cost(allowance)], '2021-05-01', allowance)?.cutOff).toBe('2021-04-25');
  expect(stand(paid, [cost(fees)], '2021-05-01', fees)).toMatchObject({
    ...{ source: 'all', state: 'never-paid', cutOff: '2021-03-31' },
  });
});
