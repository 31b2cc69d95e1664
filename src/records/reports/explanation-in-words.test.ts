import { describe, expect, test } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { dayNumberOf, isoDate } from '../../core/plain-date.ts';
import { againstPayments, costsAndPayments } from '../care-cost/committed-against-payments.ts';
import { explainDifference } from '../care-cost/explain-difference.ts';
import type { CostElement, Payment } from '../model.ts';
import { explanationInWords } from './explanation-in-words.ts';

const day = (text: string) => dayNumberOf(isoDate(text));
const PERIOD = { from: day('2021-04-01'), to: day('2021-07-01') };

const COST: CostElement = {
  ...{ childId: 'A', placementStart: PERIOD.from, element: 'core', weeklyRate: penceOf(70_000) },
  ...{ from: PERIOD.from, to: day('2021-06-01'), funder: 'social_care', provider: 'Alder' },
  ...{ contract: undefined, costCentre: undefined, subjective: undefined },
};

let references = 0;
function paid(from: string, to: string, gross: number, more: Partial<Payment> = {}): Payment {
  references += 1;
  return {
    ...{ paymentRef: `P${references}`, runDate: day(to) + 12, childId: 'A', provider: 'Alder' },
    ...{ periodFrom: day(from), periodTo: day(to), placementStart: PERIOD.from, element: 'core' },
    ...{ gross: penceOf(gross), contributionSource: undefined, contribution: penceOf(0) },
    ...{ costCentre: undefined, subjective: undefined, status: 'actual', correctsRef: undefined },
    ...more,
  };
}

/** £100 a night. */
const APRIL = paid('2021-04-01', '2021-04-30', 300_000);
const MAY = paid('2021-05-01', '2021-05-31', 310_000);

function explained(payments: readonly Payment[], costs: readonly CostElement[] = [COST]) {
  const [of] = costsAndPayments(costs, payments);
  if (of === undefined) return undefined;
  const { differencePence: difference } = againstPayments(of, PERIOD);
  const matchedWithin = penceOf(100);
  const explanation = explainDifference({ ...of, period: PERIOD, difference, matchedWithin });
  return [explanationInWords(explanation, difference), explanation.isWhole];
}

describe('a difference of nights', () => {
  test.each([
    [
      'the day of leaving counted',
      [APRIL, paid('2021-05-01', '2021-06-01', 320_000)],
      'Core: one night at £700.00 a week more than committed: 1 June to 2 June, the night of the day on which the cost ends.',
    ],
    [
      'paid past the end',
      [APRIL, paid('2021-05-01', '2021-06-30', 610_000)],
      'Core: 30 nights at £700.00 a week more than committed: 1 June to 1 July, after the cost ends.',
    ],
    [
      'a night that no payment covers',
      [APRIL, paid('2021-05-01', '2021-05-30', 300_000)],
      'Core: one night at £700.00 a week less than committed: 31 May to 1 June, which no payment covers.',
    ],
    [
      'a payment that is a night short of its own period',
      [APRIL, paid('2021-05-01', '2021-05-31', 300_000)],
      'Core: one night at £700.00 a week less than committed in what is paid for 1 May to 31 May, which comes to £677.42 a week.',
    ],
  ])('%s', (_what, payments, words) => {
    expect(explained(payments)).toEqual([words, true]);
  });

  test('that starts a day early', () => {
    const later = { ...COST, from: day('2021-04-05') };
    const early = paid('2021-04-04', '2021-04-30', 270_000);
    expect(explained([early, MAY], [later])).toEqual([
      'Core: one night at £700.00 a week more than committed: 4 April to 5 April, a day before the cost starts.',
      true,
    ]);
  });

  test('that no period shows is told as nights, and that which cannot be told', () => {
    const dearer = { ...COST, from: day('2021-04-10'), weeklyRate: penceOf(123_400) };
    const costs = [{ ...COST, to: day('2021-04-10') }, dearer];
    // £900 and 21 nights at £1,234 a week, and two nights more at £700 a week.
    const april = paid('2021-04-01', '2021-04-30', 90_000 + 3 * 123_400 + 20_000);
    const may = paid('2021-05-01', '2021-05-31', Math.round((31 * 123_400) / 7));
    expect(explained([april, may], costs)).toEqual([
      'Two nights at £700.00 a week more than committed; which nights cannot be told.',
      true,
    ]);
  });
});

describe('another difference that is exact', () => {
  test.each([
    ['a run that was left out', [MAY], 'Core: no payment covers 1 April to 30 April (£3,000.00).'],
    [
      'paid twice',
      [APRIL, MAY, paid('2021-05-01', '2021-05-31', 310_000)],
      'Core: paid twice for 1 May to 31 May (£3,100.00 too much).',
    ],
    [
      'paid and accrued',
      [APRIL, MAY, paid('2021-05-01', '2021-05-31', 310_000, { status: 'accrual' })],
      'Core: paid and still accrued for 1 May to 31 May (£3,100.00 too much).',
    ],
    [
      'nights paid once more in another period',
      [APRIL, MAY, paid('2021-05-03', '2021-05-20', 180_000)],
      'Core: paid twice for 3 May to 20 May (£1,800.00 too much).',
    ],
    [
      'another rate, run after run',
      [paid('2021-04-01', '2021-04-30', 330_000), paid('2021-05-01', '2021-05-31', 341_000)],
      'Core: paid at £770.00 a week for 1 April to 31 May, committed at £700.00 a week.',
    ],
    [
      'an element that is not committed',
      [APRIL, MAY, paid('2021-05-01', '2021-05-31', 50_000, { element: 'health' })],
      'Health: £500.00 paid for 1 May to 31 May, and nothing committed.',
    ],
    [
      'a payment after the end',
      [APRIL, MAY, paid('2021-06-01', '2021-06-30', 300_000)],
      'Core: £3,000.00 paid for 1 June to 30 June, for which nothing is committed.',
    ],
  ])('%s', (_what, payments, words) => {
    expect(explained(payments)).toEqual([words, true]);
  });

  test('no payment for an element at all', () => {
    const education = { ...COST, element: 'education', weeklyRate: penceOf(7_000) } as const;
    expect(explained([APRIL, MAY], [COST, education])).toEqual([
      'Education: no payment at all; £610.00 is due for 1 April to 31 May.',
      true,
    ]);
  });

  test('paid on at the rate before it changed', () => {
    const costs = [
      { ...COST, to: day('2021-05-11') },
      { ...COST, from: day('2021-05-11'), weeklyRate: penceOf(81_730) },
    ];
    expect(explained([APRIL, MAY], costs)).toEqual([
      'Core: paid at £700.00 a week throughout 1 May to 31 May, committed at more than one rate.',
      true,
    ]);
  });

  test('two lines of one period that make up the cost are no cause', () => {
    const halves = [200_000, 100_000].map((gross) => paid('2021-04-01', '2021-04-30', gross));
    expect(explained([...halves, paid('2021-05-01', '2021-05-31', 341_000)])).toEqual([
      'Core: paid at £770.00 a week for 1 May to 31 May, committed at £700.00 a week.',
      true,
    ]);
  });

  test('a cost held under another placement than its payments is compared with them', () => {
    const elsewhere = { ...COST, placementStart: PERIOD.from + 9 };
    expect(explained([APRIL], [elsewhere])?.[0]).toBe(
      'Core: no payment covers 1 May to 31 May (£3,100.00).',
    );
  });
});

test('what is not exact is not explained, and says where it is', () => {
  const costs = [
    { ...COST, to: day('2021-05-11') },
    { ...COST, from: day('2021-05-11'), weeklyRate: penceOf(81_730) },
  ];
  expect(explained([APRIL, paid('2021-05-01', '2021-05-31', 387_654)], costs)).toEqual([
    'Core: £3,876.54 paid for 1 May to 31 May, where £3,451.90 is committed: not explained.',
    false,
  ]);
});

test('of many causes the three largest are told, and what the others come to', () => {
  const elements = ['education', 'health', 'transport', 'other', 'additional_support'] as const;
  const lines = elements.map((element, at) =>
    paid('2021-05-01', '2021-05-31', 50_000 + at * 1_000, { element }),
  );
  const [words] = explained([APRIL, MAY, ...lines]) ?? [];
  expect(words).toMatch(/^Additional support: £540\.00.*\. Other: .*\. Transport: /);
  expect(words).toMatch(/\. 2 other causes \(£1,010\.00 more\)\.$/);
});
