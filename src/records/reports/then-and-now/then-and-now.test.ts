import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import type { SourceFile } from '../../intake/files/source-file.ts';
import { openReader } from '../../intake/imports/import-sources.ts';
import { takeBack } from '../../intake/taking-back/take-back.ts';
import type { Turn } from '../../revisions/revision.ts';
import { ReportMemory } from '../report-memory.ts';
import { loadWeeklyReport } from '../weekly-report/load-report.ts';
import { publish } from '../weekly-report/publish.ts';
import { weekEndingOn } from '../weekly-report/week.ts';
import { causesOf } from './causes.ts';
import {
  difference,
  figuresBy,
  HEADLINE_FIGURES,
  type HeadlineFigures,
  headlineFigures,
} from './headline-figures.ts';
import { thenAndNow } from './then-and-now.ts';

const WEEK = weekEndingOn(isoDate('2021-05-30'));
const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const cost = (child: string, rate: string, centre = 'A') =>
  `${child},2020-05-01,core,${rate},2020-05-01,,social_care,Oak,spot,${centre},3019\n`;
const costs = (...rows: string[]) => fileOf('placement_costs.csv', COSTS + rows.join(''));
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n';
const episode = (child: string, decom: string, end = ',', place = 'U1') =>
  `${child},${decom},S,C2,N1,${place},PR4,${end},AB1 1AA,AB1 1AB,\n`;
const episodes = (year: number, ...rows: string[]) =>
  fileOf(`${year}/episodes.csv`, EPISODES + rows.join(''));
const budgets = (annual: number) =>
  fileOf(
    'budgets.csv',
    `financial_year,cost_centre,subjective,description,annual_amount,profile\n2021-22,A,3019,Care,${annual},equal\n`,
  );
const postcodes = (code: string) =>
  fileOf(
    'postcodes.csv',
    `pcds,oslaua,oscty,oseast1m,osnrth1m\nAB1 1AA,E06000001,,400000,300000\nAB1 1AB,${code},,401000,300000\n`,
  );
const payments = fileOf(
  'payments.csv',
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref\nP1,2021-05-01,2021-04-01,2021-04-30,1,2020-05-01,Oak,core,10,,,,,actual,\n',
);

const FIRST = [
  costs(cost('1', '1000'), cost('2', '901.01'), cost('3', '333.33')),
  episodes(
    2022,
    episode('1', '01/05/2020'),
    episode('2', '01/06/2020'),
    episode('3', '26/05/2021'),
  ),
  budgets(120_000),
  postcodes('E06000001'),
];
/** What later imports said, each of which moves figures of the week, but for payments. */
const LATER: readonly (readonly SourceFile[])[] = [
  [costs(cost('1', '1100', 'B'), cost('2', '901.01'), cost('3', '333.33'))],
  [payments],
  [
    episodes(
      2022,
      episode('1', '03/05/2020', '28/05/2021,E4A'),
      episode('2', '01/06/2020', ',', 'K2'),
      episode('3', '26/05/2021'),
      episode('4', '20/05/2021'),
    ),
  ],
  [budgets(240_000), postcodes('E06000002')],
  [costs(cost('1', '1100', 'B'), cost('3', '350'))],
];

describeOnBothDatabases('a week then and now', ALL_MIGRATIONS, (open) => {
  const authority = (code: string) => ({ code, name: `Council ${code}` });

  async function weekOf(ground: Ground, code: string) {
    return loadWeeklyReport(ground, authority(code), WEEK);
  }

  async function turn(ground: Ground, importId: string, kind: Turn) {
    const workFolder = await mkdtemp(join(tmpdir(), 'then-and-now-'));
    const reader = openReader({});
    const desk = { ground, reader, workFolder, today: WEEK.weekEnding, now: () => new Date() };
    const acting = { authority: 'A', actor: 'Data officer', reason: 'the wrong extract' };
    await takeBack({ ...desk, onProgress: () => undefined }, acting, importId, kind);
    reader.close();
    await rm(workFolder, { recursive: true });
  }

  test('is made again to the penny, and every difference has its cause', async () => {
    const ground = await open();
    await addCouncil(ground, 'A', ['E06000001']);
    await importFiles(ground, 'A', FIRST);
    const published = await weekOf(ground, 'A');
    const publishedForOthers = publish(published, 2);
    // The same week as it was on the live records after each import, before anything later was known.
    const slow: HeadlineFigures[] = [headlineFigures(published)];
    const importIds: string[] = [];
    for (const files of LATER) {
      importIds.push((await importFiles(ground, 'A', files)).importId);
      slow.push(headlineFigures(await weekOf(ground, 'A')));
    }
    // The last of costs is taken back: as if only the others had been made.
    await turn(ground, importIds.at(-1) ?? '', 'taken back');
    slow.push(slow.at(-2) as HeadlineFigures);

    const memory = new ReportMemory();
    const { report: again } = await memory.of(ground, authority('A'), WEEK, 1);
    const withoutNote = { ...again, auditNote: undefined };
    expect(withoutNote).toEqual({ ...published, auditNote: undefined });
    expect({ ...publish(again, 2), auditNote: undefined }).toEqual({
      ...publishedForOthers,
      auditNote: undefined,
    });

    const compared = await thenAndNow(memory, ground, authority('A'), WEEK, 1);
    expect(compared.earlier).toEqual(headlineFigures(published));
    expect(compared.now).toEqual(headlineFigures(await weekOf(ground, 'A')));
    expect(compared.causes.map(({ revision }) => revision)).toEqual([2, 4, 5, 6, 7]);
    const slowlyBy = new Map(
      slow.slice(1).map((figures, at) => [at + 2, difference(figures, slow[at] ?? figures)]),
    );
    for (const { revision, contribution, together } of compared.causes) {
      expect([revision, contribution]).toEqual([revision, slowlyBy.get(revision)]);
      expect(together).toBe(null);
    }
    const moved = HEADLINE_FIGURES.filter((name) => compared.now[name] !== compared.earlier[name]);
    expect(moved).toEqual(
      expect.arrayContaining(['children.outOfArea', 'movement.ends', 'spend.weekPence']),
    );
    for (const name of HEADLINE_FIGURES) {
      const sum = compared.causes.reduce((all, { contribution }) => all + contribution[name], 0);
      expect([name, sum]).toEqual([name, compared.now[name] - compared.earlier[name]]);
    }
    expect(compared.causes[0]?.contribution['spend.weekPence']).toBe(10_000);
  });

  test('has no cause where nothing came since, and starts from nothing before the first import', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    await importFiles(ground, 'A', FIRST);
    const since = await thenAndNow(new ReportMemory(), ground, authority('A'), WEEK, 1);
    expect(since).toMatchObject({ causes: [], now: since.earlier });
    const all = await thenAndNow(new ReportMemory(), ground, authority('A'), WEEK, 0);
    expect(all.earlier).toEqual(figuresBy(() => 0));
    expect(all.causes).toEqual([
      { revision: 1, after: 0, together: null, contribution: since.now },
    ]);
  });

  test('tells a page one by one, and those before and after it together', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const pounds = (made: number) => [costs(cost('1', String(100 + made)))];
    for (let made = 0; made <= 6; made += 1) {
      await importFiles(
        ground,
        'A',
        made === 0 ? [...FIRST, ...pounds(0)] : pounds(made),
        'changes',
      );
    }
    const pages = [
      [
        [5, 1, 'earlier'],
        [6, 5, null],
        [7, 6, null],
      ],
      [
        [3, 1, 'earlier'],
        [4, 3, null],
        [5, 4, null],
        [7, 5, 'later'],
      ],
      [
        [2, 1, null],
        [3, 2, null],
        [7, 3, 'later'],
      ],
    ];
    for (const [at, wanted] of [...pages, pages[2]].entries()) {
      const told = { page: at + 1, pageSize: 2 };
      const compared = await thenAndNow(new ReportMemory(), ground, authority('A'), WEEK, 1, told);
      const { causes, earlier, now, toTell, page } = compared;
      expect([toTell, page]).toEqual([6, Math.min(at + 1, 3)]);
      expect(causes.map(({ revision, after, together }) => [revision, after, together])).toEqual(
        wanted,
      );
      const weekly = causes.map(({ contribution }) => contribution['spend.weekPence']);
      expect(weekly.reduce((sum, one) => sum + one, 0)).toBe(
        now['spend.weekPence'] - earlier['spend.weekPence'],
      );
      const alone = causes.filter(({ together }) => together === null);
      expect(new Set(alone.map(({ contribution }) => contribution['spend.weekPence']))).toEqual(
        new Set([100]),
      );
    }
  });
});

test('contributions are the steps between figures', () => {
  const at = (revision: number, value: number) => ({ revision, figures: figuresBy(() => value) });
  const causes = causesOf(at(3, 10), [
    { ...at(5, 4), together: 'earlier' },
    { ...at(9, 12), together: null },
  ]);
  expect(causes.map(({ revision, after, together }) => [revision, after, together])).toEqual([
    [5, 3, 'earlier'],
    [9, 5, null],
  ]);
  expect(causes.map(({ contribution }) => contribution['spend.weekPence'])).toEqual([-6, 8]);
});
