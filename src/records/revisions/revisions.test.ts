import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../tests/support/import-files.ts';
import type { Ground } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { knownAt } from './known-at.ts';
import { revisionAt } from './revision.ts';

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const cost = (child: string, rate: string, centre: string, provider = 'Oak') =>
  `${child},2018-05-01,core,${rate},2018-05-01,,social_care,${provider},spot,${centre},3019\n`;
const costs = (...rows: string[]) => fileOf('placement_costs.csv', COSTS + rows.join(''));

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n';
const episode = (child: string, decom: string, dec = '', rec = '') =>
  `${child},${decom},S,C2,N1,U1,PR4,${dec},${rec},,,\n`;
const episodes = (year: number, ...rows: string[]) =>
  fileOf(`${year}/episodes.csv`, EPISODES + rows.join(''));

const PAYMENTS =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref\n';
const payment = (ref: string, gross: string) =>
  `${ref},2021-02-01,2021-01-01,2021-01-31,1,2018-05-01,Oak,core,${gross},,,,,actual,\n`;

type Rows = readonly unknown[][];

describeOnBothDatabases('what is known, and since when', ALL_MIGRATIONS, (open) => {
  async function council(): Promise<Ground> {
    const ground = await open();
    await addCouncil(ground, 'A');
    return ground;
  }

  const ask = (ground: Ground, sql: string, revision?: number): Promise<Rows> => {
    const work = (tx: { rows: (sql: string, values: unknown[]) => Promise<unknown[][]> }) =>
      tx.rows(sql, ['A']);
    return ground.read<RecordsTables, Rows>(
      'A',
      revision === undefined ? work : knownAt(revision, work),
    );
  };

  const elements = (ground: Ground, revision?: number) =>
    ask(
      ground,
      `select child_id, weekly_rate, provider, cost_centre from cost_element
       where authority_id = $1 order by child_id, occurrence`,
      revision,
    );
  const stays = (ground: Ground, revision?: number) =>
    ask(
      ground,
      `select child_id, decom::text, dec::text, return_year from episode
       where authority_id = $1 order by child_id, decom`,
      revision,
    );

  test('a cost whose cost centre and provider changed is the same cost, changed', async () => {
    const ground = await council();
    await importFiles(ground, 'A', [costs(cost('1', '1000', '04130'), cost('2', '900', '04130'))]);
    const outcome = await importFiles(ground, 'A', [
      costs(cost('1', '1000', '04999', 'Elm'), cost('2', '900', '04130')),
    ]);
    expect(outcome.files[0]).toMatchObject({ added: 0, changed: 1, withdrawn: 0 });
    expect(await elements(ground)).toEqual([
      ['1', 100_000, 'Elm', '04999'],
      ['2', 90_000, 'Oak', '04130'],
    ]);
    expect(await elements(ground, 1)).toEqual([
      ['1', 100_000, 'Oak', '04130'],
      ['2', 90_000, 'Oak', '04130'],
    ]);
    expect(await elements(ground, 0)).toEqual([]);
    const versions = await ask(
      ground,
      `select table_name, known_from, known_until, ended, child_id, record ->> 'cost_centre'
       from record_version where authority_id = $1`,
    );
    expect(versions).toEqual([['cost_element', 1, 2, 'changed', '1', '04130']]);
  });

  test('a whole file withdraws what it does not hold any more; one of changes does not', async () => {
    const ground = await council();
    await importFiles(ground, 'A', [costs(cost('1', '1000', '1'), cost('2', '900', '1'))]);
    const changes = await importFiles(ground, 'A', [costs(cost('1', '1100', '1'))], 'changes');
    expect(changes.files[0]).toMatchObject({ changed: 1, withdrawn: 0 });
    expect(await elements(ground)).toHaveLength(2);
    const whole = await importFiles(ground, 'A', [costs(cost('1', '1100', '1'))]);
    expect(whole.files[0]).toMatchObject({ added: 0, changed: 0, withdrawn: 1 });
    expect(await elements(ground)).toEqual([['1', 110_000, 'Oak', '1']]);
    expect(await elements(ground, 2)).toEqual([
      ['1', 110_000, 'Oak', '1'],
      ['2', 90_000, 'Oak', '1'],
    ]);
    // It comes back as what it was, known anew.
    await importFiles(ground, 'A', [costs(cost('1', '1100', '1'), cost('2', '900', '1'))]);
    expect(await elements(ground)).toEqual(await elements(ground, 2));
    expect(await elements(ground, 3)).toEqual([['1', 110_000, 'Oak', '1']]);
  });

  test('two lines of one element, told apart by what they are charged to, both stand, in any order', async () => {
    const ground = await council();
    const both = [cost('1', '600', '1'), cost('1', '400', '2', 'Elm')];
    await importFiles(ground, 'A', [costs(...both)]);
    expect(await elements(ground)).toEqual([
      ['1', 60_000, 'Oak', '1'],
      ['1', 40_000, 'Elm', '2'],
    ]);
    const turned = await importFiles(ground, 'A', [costs(...both.reverse())]);
    expect(turned.files[0]).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
    const one = await importFiles(ground, 'A', [costs(cost('1', '650', '2', 'Elm'))]);
    expect(one.files[0]).toMatchObject({ added: 0, changed: 1, withdrawn: 1 });
    expect(await elements(ground)).toEqual([['1', 65_000, 'Elm', '2']]);
  });

  test('what a rejected row may have been about is not taken to be gone', async () => {
    const ground = await council();
    await importFiles(ground, 'A', [
      costs(cost('1', '1000', '1'), cost('2', '900', '1'), cost('3', '800', '1')),
    ]);
    const outcome = await importFiles(ground, 'A', [
      costs(cost('1', '1000', '1'), cost('2', 'x', '1')),
    ]);
    expect(outcome.files[0]).toMatchObject({ rejected: 1, withdrawn: 1 });
    expect((await elements(ground)).map(([child]) => child)).toEqual(['1', '2']);
    const nobody = await importFiles(ground, 'A', [
      costs(cost('1', '1000', '1'), cost('', '900', '1')),
    ]);
    expect(nobody.files[0]).toMatchObject({ rejected: 1, withdrawn: 0 });
    expect((await elements(ground)).map(([child]) => child)).toEqual(['1', '2']);
  });

  test('budgets are whole for their year, payments are changes unless said otherwise', async () => {
    const ground = await council();
    const header = 'financial_year,cost_centre,subjective,description,annual_amount,profile\n';
    const budget = (year: string, centre: string) => `${year},${centre},1,Care,12,equal\n`;
    const budgets = (...rows: string[]) => fileOf('budgets.csv', header + rows.join(''));
    await importFiles(ground, 'A', [
      budgets(budget('2020-21', '1'), budget('2021-22', '1'), budget('2021-22', '2')),
      fileOf('payments.csv', PAYMENTS + payment('P1', '10') + payment('P2', '20')),
    ]);
    const next = [
      budgets(budget('2021-22', '1')),
      fileOf('payments.csv', PAYMENTS + payment('P1', '10')),
    ];
    const outcome = await importFiles(ground, 'A', next);
    expect(outcome.files.map(({ withdrawn }) => withdrawn)).toEqual([1, 0]);
    const held = `select start_year, cost_centre from budget where authority_id = $1 order by 1, 2`;
    expect(await ask(ground, held)).toEqual([
      [2020, '1'],
      [2021, '1'],
    ]);
    const paid = 'select payment_ref, gross from payment where authority_id = $1 order by 1';
    expect(await ask(ground, paid)).toHaveLength(2);
    const whole = await importFiles(ground, 'A', [next[1] as never], 'whole');
    expect(whole.files[0]).toMatchObject({ withdrawn: 1 });
    expect(await ask(ground, paid)).toEqual([['P1', 1_000]]);
    expect(await ask(ground, paid, 2)).toHaveLength(2);
  });

  test('an episode whose DECOM was corrected does not stand twice', async () => {
    const ground = await council();
    await importFiles(ground, 'A', [
      episodes(2020, episode('1', '01/05/2019')),
      episodes(2021, episode('1', '01/05/2019')),
    ]);
    const outcome = await importFiles(ground, 'A', [episodes(2021, episode('1', '03/05/2019'))]);
    expect(outcome.files[0]).toMatchObject({ added: 1, withdrawn: 1 });
    expect(await stays(ground)).toEqual([['1', '2019-05-03', null, 2021]]);
    expect(await stays(ground, 1)).toEqual([['1', '2019-05-01', null, 2021]]);
  });

  test('a child whom the newest return names no more is open at the end of the year before', async () => {
    const ground = await council();
    const both = [
      episode('1', '01/05/2019'),
      episode('2', '01/05/2019'),
      episode('3', '01/07/2020'),
    ];
    await importFiles(ground, 'A', [
      episodes(2020, episode('1', '01/05/2019'), episode('2', '01/05/2019')),
      episodes(2021, ...both),
    ]);
    const outcome = await importFiles(ground, 'A', [episodes(2021, both[0] ?? '')]);
    expect(outcome.files[0]).toMatchObject({ added: 0, withdrawn: 1 });
    expect(outcome.findings.map(({ rule }) => rule)).toContain('open-but-gone');
    expect(await stays(ground)).toEqual([
      ['1', '2019-05-01', null, 2021],
      ['2', '2019-05-01', '2020-04-01', 2020],
    ]);
    await importFiles(ground, 'A', [episodes(2021, ...both)]);
    expect(await stays(ground)).toEqual(await stays(ground, 1));
  });

  test('the year before is not touched by what a return holds', async () => {
    const ground = await council();
    await importFiles(ground, 'A', [
      episodes(2020, episode('1', '01/05/2019', '01/02/2020', 'E4A'), episode('2', '01/06/2019')),
    ]);
    const outcome = await importFiles(ground, 'A', [episodes(2021, episode('2', '01/06/2019'))]);
    expect(outcome.files[0]).toMatchObject({ withdrawn: 0 });
    expect(await stays(ground)).toEqual([
      ['1', '2019-05-01', '2020-02-01', 2020],
      ['2', '2019-06-01', null, 2021],
    ]);
  });

  test('records are changed and withdrawn in a revision alone, and no version is taken away', async () => {
    const ground = await council();
    await importFiles(ground, 'A', [costs(cost('1', '1000', '1')), costs(cost('1', '1100', '1'))]);
    const acting = { authority: 'A', actor: 'Somebody', reason: 'by hand' };
    const change = (sql: string) =>
      ground.transaction<RecordsTables, unknown>(acting, (tx) => tx.rows(sql, ['A']));
    await expect(
      change('update cost_element set weekly_rate = 1 where authority_id = $1'),
    ).rejects.toThrow('in a revision alone');
    await expect(change('delete from cost_element where authority_id = $1')).rejects.toThrow(
      'in a revision alone',
    );
    await expect(change('delete from record_version where authority_id = $1')).rejects.toThrow(
      'permission denied',
    );
  });

  test('an instant has the revision that stood then, and a row its import, file and line', async () => {
    const ground = await council();
    const before = new Date();
    await importFiles(ground, 'A', [costs(cost('1', '1000', '1'), cost('2', '900', '1'))]);
    const at = (instant: Date) =>
      ground.read<RecordsTables, number>('A', (tx) => revisionAt(tx, instant));
    expect(await at(new Date(before.getTime() - 1))).toBe(0);
    expect(await at(new Date())).toBe(1);
    const said = await ask(
      ground,
      `select c.child_id, f.path, c.line from cost_element c
         join import_file f on f.authority_id = $1 and f.import_id = c.import_id
           and f.file_number = c.file_number
       where c.authority_id = $1 order by c.child_id`,
    );
    expect(said).toEqual([
      ['1', 'placement_costs.csv', 2],
      ['2', 'placement_costs.csv', 3],
    ]);
  });
});
