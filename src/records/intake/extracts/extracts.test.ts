import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { penceOf } from '../../../core/money.ts';
import { readFromMemory } from '../files/read-from-memory.ts';
import { equalProfile } from './budgets.ts';

async function check(header: string, ...lines: readonly string[]) {
  const batches = await readFromMemory([header, ...lines].join('\n'));
  return {
    kinds: batches.map(({ kind }) => kind),
    rows: batches.flatMap((batch): readonly object[] => batch.rows),
    rejections: batches.flatMap(({ rejections }) => rejections),
    findings: batches.flatMap(({ findings }) => findings),
  };
}

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective';
const PAYMENTS =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref';
const BUDGETS = 'financial_year,cost_centre,subjective,description,annual_amount,profile';

describe('placement costs', () => {
  it('reads a row', async () => {
    const { rows, findings } = await check(
      COSTS,
      'a1,01/04/2020,Additional Support,"£1,234.50",01/04/2020,,social care,Acme,Spot,CC1,S1',
    );
    expect(findings).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        childId: 'A1',
        placementStart: '2020-04-01',
        element: 'additional_support',
        weeklyRate: 123_450,
        from: '2020-04-01',
        to: null,
        funder: 'social_care',
        provider: 'Acme',
        contract: 'spot',
        costCentre: 'CC1',
        subjective: 'S1',
      },
    ]);
  });

  it.each([
    [',01/04/2020,core,1,01/04/2020,,health,,,,', 'child_id', null, /empty/],
    ['1,,core,1,01/04/2020,,health,,,,', 'placement_start', null, /empty/],
    ['1,31/04/2020,core,1,01/04/2020,,health,,,,', 'placement_start', '31/04/2020', /not a day/],
    ['1,01/04/2020,rent,1,01/04/2020,,health,,,,', 'element', 'rent', /not one of core, /],
    ['1,01/04/2020,core,,01/04/2020,,health,,,,', 'weekly_rate', null, /empty/],
    ['1,01/04/2020,core,lots,01/04/2020,,health,,,,', 'weekly_rate', 'lots', /not an amount/],
    ['1,01/04/2020,core,1.005,01/04/2020,,health,,,,', 'weekly_rate', '1.005', /two decimals/],
    ['1,01/04/2020,core,-1,01/04/2020,,health,,,,', 'weekly_rate', '-1', /negative/],
    ['1,01/04/2020,core,1,,,health,,,,', 'from', null, /empty/],
    ['1,01/04/2020,core,1,01/04/2020,01/04/2020,health,,,,', 'to', '01/04/2020', /not after/],
    ['1,01/04/2020,core,1,01/04/2020,never,health,,,,', 'to', 'never', /not a day/],
    ['1,01/04/2020,core,1,01/04/2020,,nhs,,,,', 'funder', 'nhs', /not one of/],
    ['1,01/04/2020,core,1,01/04/2020,,,,,,', 'funder', null, /empty/],
    ['1,01/04/2020,core,1,01/04/2020,,health,,handshake,,', 'contract', 'handshake', /not one of/],
  ])('rejects %s', async (line, column, value, reason) => {
    const { rows, rejections } = await check(COSTS, line);
    expect(rows).toEqual([]);
    expect(rejections).toMatchObject([{ line: 2, column, value, cells: line.split(',') }]);
    expect(rejections[0]?.reason).toMatch(reason);
  });

  it('notes a cost that starts before its placement', async () => {
    const { rows, findings } = await check(COSTS, '1,05/04/2020,core,1,01/04/2020,,health,,,,');
    expect(rows).toHaveLength(1);
    expect(findings).toMatchObject([{ line: 2, childId: '1', rule: 'cost-before-placement' }]);
  });
});

describe('payments', () => {
  const good = 'P1,30/04/2020,01/04/2020,30/04/2020,1,01/04/2020,Acme,core,-12.30,,,,,actual,';

  it('reads a row, a credit among them', async () => {
    const { rows, findings } = await check(PAYMENTS, good);
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([
      { paymentRef: 'P1', gross: -1230, contribution: 0, status: 'actual', correctsRef: null },
    ]);
  });

  it.each([
    [good.replace('P1', ''), 'payment_ref'],
    [good.replace('30/04/2020,1,', '31/03/2020,1,'), 'period_to'],
    [good.replace('actual', 'paid'), 'status'],
    [good.replace('-12.30', 'x'), 'gross'],
    [good.replace('-12.30', ''), 'gross'],
    [`${good}P1`, 'corrects_ref'],
    [good.replace('P1,30/04/2020', 'P1,30/4/20'), 'run_date'],
  ])('rejects %s', async (line, column) => {
    const { rows, rejections } = await check(PAYMENTS, line);
    expect(rows).toEqual([]);
    expect(rejections).toMatchObject([{ line: 2, column }]);
  });

  it('notes contributions that cannot be right', async () => {
    const { findings } = await check(
      PAYMENTS,
      good.replace('-12.30,,,', '10,,5,'),
      good.replace('-12.30,,,', '10,health,15,'),
    );
    expect(findings.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'contribution-without-source'],
      [3, 'contribution-above-gross'],
    ]);
  });
});

describe('budgets', () => {
  const twelve = ['100', ...Array.from({ length: 11 }, () => '80')];

  it.each([' | ', '|', ';', ' '])('reads twelve amounts parted by %j', async (between) => {
    const { rows, rejections, findings } = await check(
      BUDGETS,
      `2020-21,CC,S,Fostering,980.00,${twelve.join(between)}`,
    );
    expect(rejections).toEqual([]);
    expect(findings).toEqual([]);
    const monthly = [10_000, ...Array.from({ length: 11 }, () => 8_000)];
    expect(rows).toMatchObject([{ startYear: 2020, annual: 98_000, monthly }]);
  });

  it('keeps amounts that do not sum, with a finding', async () => {
    const { rows, findings } = await check(BUDGETS, `2020-21,CC,S,,981,${twelve.join('|')}`);
    expect(rows).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: 'budget-profile-does-not-sum', line: 2 }]);
    expect(findings[0]?.message).toContain('sum to £980.00, and annual_amount is £981.00');
  });

  it.each([
    ['2020-22,CC,S,,1,equal', 'financial_year'],
    ['2020-21,,S,,1,equal', 'cost_centre'],
    ['2020-21,CC,,,1,equal', 'subjective'],
    ['2020-21,CC,S,,,equal', 'annual_amount'],
    ['2020-21,CC,S,,1,', 'profile'],
    ['2020-21,CC,S,,1,level', 'profile'],
    ['2020-21,CC,S,,1,1|2|3', 'profile'],
    [`2020-21,CC,S,,1,${twelve.slice(1).join('|')}|x`, 'profile'],
  ])('rejects %s', async (line, column) => {
    const { rows, rejections } = await check(BUDGETS, line);
    expect(rows).toEqual([]);
    expect(rejections).toMatchObject([{ line: 2, column }]);
  });

  it('spreads a year over twelve months to the penny, no two months apart by more than one', () => {
    const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amounts, (annual) => {
        const months = equalProfile(penceOf(annual));
        expect(months).toHaveLength(12);
        expect(months.reduce((sum, month) => sum + month, 0)).toBe(annual);
        expect(Math.max(...months) - Math.min(...months)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
