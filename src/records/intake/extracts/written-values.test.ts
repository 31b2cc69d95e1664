import { describe, expect, it } from 'vitest';
import { readFromMemory } from '../files/read-from-memory.ts';

async function check(header: string, ...lines: readonly string[]) {
  const batches = await readFromMemory([header, ...lines].join('\n'));
  return {
    rows: batches.flatMap((batch): readonly object[] => batch.rows),
    rejections: batches.flatMap(({ rejections }) => rejections),
    findings: batches.flatMap(({ findings }) => findings),
  };
}

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective';
const PAYMENTS =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref';

function payment(gross: string, more = ',,CC1,S1,actual,'): string {
  return `P1,30/04/2020,01/04/2020,30/04/2020,1,01/04/2020,Acme,core,${gross},${more}`;
}

describe('amounts of a ledger', () => {
  it.each([
    ['"1,234.50-"', -123_450],
    ['1234.50 CR', -123_450],
    ['1234.50DR', 123_450],
    ['"£ (1,234.50)"', -123_450],
    ['−12.00', -1200],
    ['-', 0],
    [' £ - ', 0],
    ['1234.5000', 123_450],
    ['="1234.50"', 123_450],
    ["'1234.50", 123_450],
  ])('%s is %i pence', async (gross, pence) => {
    const { rows, rejections } = await check(PAYMENTS, payment(gross));
    expect(rejections).toEqual([]);
    expect(rows).toMatchObject([{ gross: pence }]);
  });

  it.each([
    ['"1.234,50"', /comma before its pence/],
    ['1.2E+3', /spreadsheet shortened/],
    ['#N/A', /error of the spreadsheet/],
    ['NULL', /gross is empty/],
    ['1000000000', /thousand million/],
    ['850.000', /three decimals/],
  ])('%s is refused with its reason', async (gross, why) => {
    const { rows, rejections } = await check(PAYMENTS, payment(gross));
    expect(rows).toEqual([]);
    expect(rejections).toMatchObject([{ line: 2, column: 'gross' }]);
    expect(rejections[0]?.reason).toMatch(why);
  });

  it.each([
    ['placement costs', COSTS, '1,01/04/2020,core,1,01/04/2020,#REF!,health,,,,', 'to'],
    ['a contribution', PAYMENTS, payment('10.00', 'health,#N/A,,,actual,'), 'contribution'],
    ['a status', PAYMENTS, payment('10.00', ',,,,#N/A,'), 'status'],
    ['what it corrects', PAYMENTS, payment('10.00', ',,,,actual,#REF!'), 'corrects_ref'],
  ])('an error in %s rejects the row', async (_what, header, line, column) => {
    const { rows, rejections } = await check(header, line);
    expect(rows).toEqual([]);
    expect(rejections).toMatchObject([{ line: 2, column }]);
  });

  it('reads words for nothing as empty, and notes errors the row can do without', async () => {
    const { rows, findings } = await check(
      COSTS,
      '1,01/04/2020,core,1,01/04/2020,NULL,health,N/A,-,#N/A,41110.0',
    );
    expect(rows).toMatchObject([
      { to: null, provider: null, contract: null, costCentre: null, subjective: '41110' },
    ]);
    expect(findings.map(({ rule, column, severity }) => [rule, column, severity])).toEqual([
      ['value-unreadable', 'cost_centre', 'warning'],
      ['identifier-tidied', 'subjective', 'information'],
    ]);
  });

  it('reads thousands parted by spaces in a profile whose months a mark parts', async () => {
    const header = 'financial_year,cost_centre,subjective,description,annual_amount,profile';
    const months = Array.from({ length: 12 }, () => '1 000.00').join('|');
    const { rows } = await check(header, `2020-21,="00123",S,,12 000.00,${months}`);
    expect(rows).toMatchObject([{ costCentre: '00123', annual: 1_200_000 }]);
  });
});

describe('names', () => {
  const NAMES = 'child_id,given_name,family_name,home_address';

  it('may be Null, but not N/A or an error', async () => {
    const { rows, findings } = await check(NAMES, '1.0,Jo,Null,N/A', '2,#N/A,Smithee,1 Mill Lane');
    expect(rows).toMatchObject([
      { childId: '1', givenName: 'Jo', familyName: 'Null', homeAddress: null },
      { childId: '2', givenName: null, familyName: 'Smithee', homeAddress: '1 Mill Lane' },
    ]);
    expect(findings.map(({ rule, value }) => [rule, value])).toEqual([
      ['identifier-tidied', '1.0'],
      ['value-unreadable', null],
    ]);
  });

  it('stand in no reason, even where one is written as the identifier', async () => {
    const { rejections } = await check(NAMES, 'Zoë Smithee,Zoë,Smithee,1 Mill Lane');
    expect(rejections).toMatchObject([{ column: 'child_id', value: null }]);
    expect(JSON.stringify(rejections)).not.toMatch(/Smithee/i);
  });
});
