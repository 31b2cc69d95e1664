import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { openReader } from '../imports/import-sources.ts';
import { takeBack } from './take-back.ts';

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective';
const cost = (rate: string, provider: string) =>
  `1,2018-05-01,core,${rate},2018-05-01,,social_care,${provider},spot,A,S`;
const file = (path: string, ...lines: string[]) => fileOf(path, `${lines.join('\n')}\n`);

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN';
const episode = (child: string, decom: string) => `${child},${decom},S,C2,N1,U1,PR4,,,,,`;
const episodes = (year: number, ...lines: string[]) =>
  file(`${year}/episodes.csv`, EPISODES, ...lines);

describeOnBothDatabases('what files say, and do not say', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let authority = '';
  let councils = 0;
  beforeAll(async () => {
    ground = await open();
  });

  let workFolder: string;
  beforeAll(async () => {
    workFolder = await mkdtemp(join(tmpdir(), 'what-files-say-'));
  });
  afterAll(() => rm(workFolder, { recursive: true }));

  async function takeBackNow(importId: string): Promise<void> {
    const reader = openReader({});
    const desk = { ground, reader, workFolder, today: isoDate('2021-06-01') };
    const acting = { authority, actor: 'Data officer', reason: 'it was the wrong extract' };
    const more = { now: () => new Date(), onProgress: () => undefined };
    await takeBack({ ...desk, ...more }, acting, importId, 'taken back').finally(() =>
      reader.close(),
    );
  }

  async function council(): Promise<void> {
    councils += 1;
    authority = `C${councils}`;
    await addCouncil(ground, authority);
  }

  const ask = (sql: string) => ground.read(authority, (tx) => tx.rows(sql, [authority]));
  const add = (...files: Parameters<typeof importFiles>[2]) =>
    importFiles(ground, authority, files);
  const costs = () =>
    ask('select provider, weekly_rate / 100 from cost_element where authority_id = $1 order by 1');
  const stays = () =>
    ask(
      `select child_id, decom::text, dec::text, return_year from episode
       where authority_id = $1 order by child_id, decom`,
    );

  test('a rejected cost come back changes the one of its provider, cost centre and subjective', async () => {
    await council();
    await add(file('costs.csv', COSTS, cost('900', 'Oak'), cost('100', 'Elm')));
    await add(file('costs.csv', COSTS, cost('x', 'Oak'), cost('100', 'Elm')));
    const back = `${COSTS},wellplaced_line,wellplaced_reason`;
    await add(file('costs rejected rows.csv', back, `${cost('950', 'Oak')},2,no amount`));
    expect(await costs()).toEqual([
      ['Elm', 100],
      ['Oak', 950],
    ]);
    await add(file('costs rejected rows.csv', back, `${cost('70', 'Ash')},3,no amount`));
    expect(await costs()).toHaveLength(3);
  });

  test('costs of one element in two files of an import both stand, whatever stood before', async () => {
    const both = [
      file('costs a.csv', COSTS, cost('800', 'Elm')),
      file('costs b.csv', COSTS, cost('900', 'Oak')),
    ];
    const expected = [
      ['Elm', 800],
      ['Oak', 900],
    ];
    await council();
    await add(...both);
    expect(await costs()).toEqual(expected);
    for (const before of [cost('900', 'Oak'), cost('800', 'Elm')]) {
      await council();
      await add(file('costs.csv', COSTS, before));
      await add(...both);
      expect(await costs()).toEqual(expected);
    }
    await add(...both);
    expect(await costs()).toEqual(expected);
  });

  test('a file without a row takes nothing away and leaves nobody out', async () => {
    await council();
    await add(file('costs.csv', COSTS, cost('900', 'Oak')));
    await add(file('costs.csv', COSTS));
    expect(await costs()).toEqual([['Oak', 900]]);
    await add(episodes(2020, episode('1', '2019-05-01'), episode('2', '2019-05-01')));
    await importFiles(ground, authority, [episodes(2021, episode('1', '2019-05-01'))], 'changes');
    await add(episodes(2021));
    expect((await stays()).map(([, , dec]) => dec)).toEqual([null, null]);
  });

  test('a row of names that could not be read may have been about anybody', async () => {
    await council();
    const header = 'child_id,given_name,family_name,home_address';
    await add(file('names.csv', header, '1,Ada,Hill,', '2,Bo,Dale,'));
    await add(file('names.csv', header, '1,Ada,Hill,', '2,,,'));
    const names = 'select given_name from child_name where authority_id = $1 order by 1';
    expect(await ask(names)).toEqual([['Ada'], ['Bo']]);
  });

  test('a return names a child whose rows the next return of the same import has too', async () => {
    await council();
    await add(episodes(2019, episode('2', '2018-06-01')));
    await add(episodes(2020, episode('1', '2018-05-01')));
    const corrected = episode('1', '2018-05-03');
    await add(episodes(2020, corrected), episodes(2021, corrected));
    expect((await stays()).filter(([child]) => child === '1')).toEqual([
      ['1', '2018-05-03', null, 2021],
    ]);
  });

  test('a child whom no return of the import names was open at the end of none of them', async () => {
    await council();
    const [one, two] = [episode('1', '2018-05-01'), episode('2', '2018-05-01')];
    await add(episodes(2019, one, two), episodes(2020, one, two), episodes(2021, one, two));
    await add(episodes(2020, one), episodes(2021, one));
    expect(await stays()).toEqual([
      ['1', '2018-05-01', null, 2021],
      ['2', '2018-05-01', '2019-04-01', 2019],
    ]);
  });

  test('an import made again knows of no older return than when it was made', async () => {
    const [one, two] = [episode('1', '2019-05-01'), episode('2', '2019-05-01')];
    await council();
    const wrong = await add(file('costs.csv', COSTS, cost('900', 'Oak')));
    await add(episodes(2021, one, two));
    await add(episodes(2021, one));
    await importFiles(ground, authority, [episodes(2020, one)], 'changes');
    const expected = await stays();
    expect(expected).toEqual([['1', '2019-05-01', null, 2021]]);
    await takeBackNow(wrong.importId);
    expect(await stays()).toEqual(expected);
  });
});
