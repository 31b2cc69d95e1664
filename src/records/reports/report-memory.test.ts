import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../tests/support/import-files.ts';
import { addDays, isoDate } from '../../core/plain-date.ts';
import { ReportMemory } from './report-memory.ts';
import { weekEndingOn, weekHolding } from './weekly-report/week.ts';

const COUNCIL = { code: 'A', name: 'Council A' };
const WEEK = weekEndingOn(isoDate('2021-03-28'));
const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';

function episodesOf(...children: string[]) {
  const rows = children.map((child) => `${child},01/03/2021,S,V2,N1,U6,PR1,,,,,,`);
  return fileOf('2021/episodes.csv', [EPISODES, ...rows, ''].join('\n'));
}

describeOnBothDatabases('remembered reports', ALL_MIGRATIONS, (open) => {
  test('one report serves all who ask, until the records change', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    await importFiles(ground, 'A', [episodesOf('1')]);
    const memory = new ReportMemory();
    const [one, other] = await Promise.all([
      memory.of(ground, COUNCIL, WEEK),
      memory.of(ground, COUNCIL, WEEK),
    ]);
    expect(one.report.children.total).toBe(1);
    expect(other).toBe(one);
    expect(await memory.of(ground, COUNCIL, WEEK)).toBe(one);
    const renamed = await memory.of(ground, { ...COUNCIL, name: 'Council B' }, WEEK);
    expect(renamed.report.authority.name).toBe('Council B');
    await importFiles(ground, 'A', [episodesOf('1', '2')]);
    expect((await memory.of(ground, COUNCIL, WEEK)).report.children.total).toBe(2);
  });

  test('a week that is not over is counted anew each day', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    await importFiles(ground, 'A', [episodesOf('1')]);
    const memory = new ReportMemory();
    const on = (today: string) => {
      const week = weekHolding(isoDate(today), isoDate(today));
      if (week === undefined) throw new Error('the week has begun');
      return memory.of(ground, COUNCIL, week);
    };
    const nights = async (today: string) => {
      const { report } = await on(today);
      return report.spend.byGroup.reduce((sum, group) => sum + group.nights, 0);
    };
    expect([await nights('2021-03-24'), await nights('2021-03-25')]).toEqual([3, 4]);
    expect(await on('2021-03-25')).toBe(await on('2021-03-25'));
    expect((await on('2021-03-25')).report.weekEnding).toBe(WEEK.weekEnding);
  });

  test('a council that asks for many weeks pushes out none of another’s', async () => {
    const ground = await open();
    for (const code of ['A', 'B']) await addCouncil(ground, code);
    const memory = new ReportMemory(4);
    const of = (code: string, days: number) =>
      memory.of(ground, { code, name: code }, weekEndingOn(addDays(WEEK.weekEnding, -7 * days)));
    const theirs = await of('B', 0);
    for (let week = 0; week < 8; week += 1) await of('A', week);
    expect([memory.heldBy('A'), memory.heldBy('B')]).toEqual([3, 1]);
    expect(await of('B', 0)).toBe(theirs);
    const newest = await of('A', 7);
    for (const week of [1, 2, 3]) await of('B', week);
    expect([memory.heldBy('A'), memory.heldBy('B')]).toEqual([2, 2]);
    expect(await of('A', 7)).toBe(newest);
  });
});
