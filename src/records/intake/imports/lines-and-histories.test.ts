import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import {
  addCouncil,
  fileOf,
  importFiles,
  recordsOf,
} from '../../../../tests/support/import-files.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { loadWeeklyReport } from '../../reports/weekly-report/load-report.ts';
import { weekEndingOn } from '../../reports/weekly-report/week.ts';

const PAYMENTS =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref\n';
const line = (ref: string, gross: string, centre: string) =>
  `${ref},26/04/2021,25/03/2021,21/04/2021,C1,01/05/2020,P,core,${gross},,,${centre},1,actual,\n`;
const payments = (...lines: string[]) => fileOf('payments.csv', PAYMENTS + lines.join(''));

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';

async function rowsOf(ground: Ground, sql: string): Promise<unknown[][]> {
  return ground.read('A', (tx) => tx.rows(sql, ['A']));
}

const GROSS =
  'select occurrence, gross from payment where authority_id = $1 order by payment_ref, occurrence';

describeOnBothDatabases('lines and histories', ALL_MIGRATIONS, (open) => {
  test('every line of a payment stands, in any order, once; a changed one changes', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const lines = [line('I', '600.00', 'a'), line('I', '400.00', 'b'), line('I', '400.00', 'b')];
    const first = await importFiles(ground, 'A', [payments(...lines)]);
    expect(first.files[0]).toMatchObject({ rows: 3, added: 3, superseded: 0 });
    expect(first.findings.map(({ rule, count }) => [rule, count])).toEqual([['rows-identical', 1]]);
    expect(first.findings[0]?.example).toContain('line 4 and line 3');
    const held = await rowsOf(ground, GROSS);
    expect(held.map(([, gross]) => gross)).toEqual([60_000, 40_000, 40_000]);
    const again = await importFiles(ground, 'A', [payments(...lines.toReversed())]);
    expect(again.files[0]).toMatchObject({ added: 0, changed: 0 });
    expect(await rowsOf(ground, GROSS)).toEqual(held);
    const changed = [line('I', '400.00', 'b'), line('I', '650.00', 'a'), line('I', '400.00', 'b')];
    const third = await importFiles(ground, 'A', [payments(...changed, line('I', '-50.00', 'a'))]);
    expect(third.files[0]).toMatchObject({ added: 1, changed: 1 });
    const now = await rowsOf(ground, GROSS);
    expect(now.map(([, gross]) => gross)).toEqual([65_000, 40_000, 40_000, -5_000]);
    const fewer = await importFiles(ground, 'A', [payments(line('I', '650.00', 'a'))]);
    expect(fewer.findings.map(({ rule }) => rule)).toEqual(['payment-lines-fewer']);
    expect(await rowsOf(ground, GROSS)).toEqual(now);
  });

  test('lines of one budget are added, and the same line is counted once', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const budgets = fileOf(
      'budgets.csv',
      'financial_year,cost_centre,subjective,description,annual_amount,profile\n2021-22,1,2,Care,1200,equal\n2021-22,1,2,Top-up,120,equal\n2021-22,1,2,Care,1200,equal\n',
    );
    const { findings } = await importFiles(ground, 'A', [budgets]);
    expect(findings.map(({ rule }) => rule)).toEqual(['budget-lines-summed', 'rows-identical']);
    const sql = 'select description, annual from budget where authority_id = $1';
    expect(await rowsOf(ground, sql)).toEqual([['Care; Top-up', 132_000]]);
    const second = await importFiles(ground, 'A', [budgets]);
    expect(second.files[0]).toMatchObject({ added: 0, changed: 0 });
  });

  test('a child gone from the newest return is counted no longer, until named again, in any order', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const row = (child: string) => `${child},01/05/2018,S,C2,N1,K2,PR4,,,,,,\n`;
    const older = fileOf('2020/episodes.csv', EPISODES + row('1') + row('2'));
    const newer = fileOf('2021/episodes.csv', EPISODES + row('2'));
    const whole = fileOf('2021/episodes.csv', EPISODES + row('1') + row('2'));
    const ends = () =>
      rowsOf(ground, 'select dec::text from episode where authority_id = $1 order by child_id');
    const gone = () =>
      rowsOf(
        ground,
        `select child_id from finding where authority_id = $1
           and rule = 'open-but-gone' and resolved_import_id is null`,
      );
    await importFiles(ground, 'A', [newer]);
    await importFiles(ground, 'A', [older]);
    expect(await ends()).toEqual([['2020-04-01'], [null]]);
    expect(await gone()).toEqual([['1']]);
    const children = async (day: string) => {
      const council = { code: 'A', name: 'A' };
      return (await loadWeeklyReport(ground, council, weekEndingOn(isoDate(day)))).children;
    };
    expect(await children('2020-03-31')).toMatchObject({ total: 2, leftOut: 0 });
    expect(await children('2020-04-01')).toMatchObject({ total: 1, leftOut: 1 });
    const same = await recordsOf(ground, 'A');
    const again = await importFiles(ground, 'A', [older]);
    expect(again.files[0]).toMatchObject({ added: 0, changed: 0 });
    expect(await recordsOf(ground, 'A')).toEqual(same);
    await importFiles(ground, 'A', [whole]);
    expect(await ends()).toEqual([[null], [null]]);
    expect(await gone()).toEqual([]);
    expect(await children('2020-04-01')).toMatchObject({ total: 2, leftOut: 0 });
  });

  test('where one file of a return is refused, nobody is taken as gone and nothing as no longer found', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const episode = (child: string) => `${child},01/05/2019,S,C2,N1,U4,PR4,,,,,,\n`;
    const open2020 = 'select child_id, dec from episode where authority_id = $1 order by 1';
    const found =
      'select count(*)::int from finding where authority_id = $1 and resolved_import_id is null';
    await importFiles(ground, 'A', [
      fileOf('2020/episodes.csv', `${EPISODES}${episode('N1')}${episode('S1')}`),
    ]);
    const north = fileOf('2021/north/episodes.csv', `${EPISODES}${episode('N1')}`);
    const doubled = `${episode('S1')}${episode('S1')}`;
    const south = (rows: string) => fileOf('2021/south/episodes.csv', `${EPISODES}${rows}`);
    await importFiles(ground, 'A', [north, south(doubled)]);
    const [[standing] = []] = await rowsOf(ground, found);
    expect(standing).toBeGreaterThan(0);
    const unread = south(`${episode('S1')}"${'x'.repeat(4_100_000)}`);
    const { files } = await importFiles(ground, 'A', [north, unread]);
    expect(files.map(({ problem }) => problem === undefined || problem === null)).toEqual([
      true,
      false,
    ]);
    expect(await rowsOf(ground, open2020)).toEqual([
      ['N1', null],
      ['S1', null],
    ]);
    expect((await rowsOf(ground, found))[0]?.[0]).toBe(standing);
  });

  test('nor is a return whole later on, because the rest of it was taken once', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const episode = (child: string) => `${child},01/05/2019,S,C2,N1,U4,PR4,,,,,,\n`;
    await importFiles(ground, 'A', [
      fileOf('2020/episodes.csv', `${EPISODES}${episode('N1')}${episode('S1')}`),
    ]);
    await importFiles(ground, 'A', [
      fileOf('2021/north/episodes.csv', `${EPISODES}${episode('N1')}`),
      fileOf('2021/south/episodes.csv', `${EPISODES}${episode('S1')}"${'x'.repeat(4_100_000)}`),
    ]);
    await importFiles(ground, 'A', [
      fileOf(
        '2020/header.csv',
        'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nN1,1,01/05/2010,WBRI,,,\n',
      ),
    ]);
    const still = 'select child_id from episode where authority_id = $1 and dec is null order by 1';
    expect(await rowsOf(ground, still)).toEqual([['N1'], ['S1']]);
  });

  test('a start that a row without nights tells stays with the episode, import after import', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const file = fileOf(
      '2021/episodes.csv',
      `${EPISODES}1,01/05/2020,P,C2,N1,K2,PR4,,,,,,\n1,01/05/2020,S,C2,N1,U6,PR4,01/05/2020,X1,CARPL,,,\n`,
    );
    const sql = 'select place, dec, rne, replaced_rne from episode where authority_id = $1';
    for (const added of [1, 0]) {
      const outcome = await importFiles(ground, 'A', [file]);
      expect(outcome.files[0]).toMatchObject({ added, changed: 0, superseded: 1 });
      expect(await rowsOf(ground, sql)).toEqual([['K2', null, 'S', 'P']]);
    }
  });
});
