import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../tests/support/import-files.ts';
import { isoDate } from '../../core/plain-date.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { openReader } from '../intake/imports/import-sources.ts';
import { takeBack } from '../intake/taking-back/take-back.ts';
import { loadWeeklyReport } from '../reports/weekly-report/load-report.ts';
import { weekEndingOn } from '../reports/weekly-report/week.ts';
import { knownAt } from '../revisions/known-at.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type Answering, answerQuestion } from './answer-question.ts';
import { loadQuestions } from './questions.ts';

const TODAY = isoDate('2021-06-01');
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n';
const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const open = (child: string) => `${child},01/05/2018,S,C2,N1,U1,PR4,,,,,\n`;
const returnOf = (year: number, ...rows: string[]) =>
  fileOf(`${year}/episodes.csv`, EPISODES + rows.join(''));
const ofGone: Omit<Answering, 'answer' | 'endedOn' | 'rec'> = {
  ...{ childId: '1', decom: isoDate('2018-05-01'), basedOn: 0 },
  reason: 'the social worker says so',
};
const ended: Answering = {
  ...ofGone,
  ...{ answer: 'ended', endedOn: isoDate('2020-09-01'), rec: 'E4A' },
};
const missing: Answering = { ...ofGone, answer: 'missing', endedOn: null, rec: null };
const back: Answering = { ...ofGone, answer: 'taken back', endedOn: null, rec: null };

describeOnBothDatabases('what became of a child who is gone', ALL_MIGRATIONS, (openGround) => {
  let ground: Ground;
  let gone: string;
  let council = 0;
  let authority = '';

  beforeAll(async () => {
    ground = await openGround();
  });
  beforeEach(async () => {
    council += 1;
    authority = `C${council}`;
    await addCouncil(ground, authority);
    const cost = '1,2018-05-01,core,900,2018-05-01,,social_care,Oak,spot,A,3019\n';
    await importFiles(ground, authority, [
      returnOf(2020, open('1'), open('2')),
      fileOf('placement_costs.csv', COSTS + cost),
    ]);
    gone = (await importFiles(ground, authority, [returnOf(2021, open('2'))])).importId;
  });

  const answer = (answering: Answering, basedOn = 0) =>
    ground.transaction<RecordsTables, void>(
      { authority, actor: 'Data officer', reason: answering.reason },
      (tx) =>
        answerQuestion(
          tx,
          { by: { actor: 'Data officer' }, today: TODAY, now: new Date() },
          { ...answering, basedOn },
        ),
    );
  const question = async () => {
    const [one] = await ground.read<RecordsTables, Awaited<ReturnType<typeof loadQuestions>>>(
      authority,
      (tx) => loadQuestions(tx, TODAY),
    );
    return one;
  };
  const counted = async (day: string) => {
    const report = await loadWeeklyReport(
      ground,
      { code: authority, name: 'A' },
      weekEndingOn(isoDate(day)),
    );
    const { children, movement } = report;
    return [children.total, children.leftOut, movement.ends, movement.leftWithoutEnd];
  };
  const ends = (revision?: number) => {
    const work = (tx: { rows: (sql: string, values: unknown[]) => Promise<unknown[][]> }) =>
      tx.rows('select dec::text, rec from episode where authority_id = $1 and child_id = $2', [
        authority,
        '1',
      ]);
    return ground.read<RecordsTables, unknown[][]>(
      authority,
      revision === undefined ? work : knownAt(revision, work),
    );
  };
  const turn = async (importId: string, kind: 'taken back' | 'put back') => {
    const workFolder = await mkdtemp(join(tmpdir(), 'gone-'));
    const reader = openReader({});
    const desk = { ground, reader, workFolder, today: TODAY };
    const acting = { authority, actor: 'Data officer', reason: 'it was the wrong extract' };
    const more = { now: () => new Date(), onProgress: () => undefined };
    await takeBack({ ...desk, ...more }, acting, importId, kind).finally(() => reader.close());
    await rm(workFolder, { recursive: true });
  };

  test('is asked, with where the child was and what the package costs', async () => {
    expect(await question()).toMatchObject({
      ...{ childId: '1', state: 'waiting', lastNamed: 2020, place: 'U1', importId: gone },
      ...{ lastNight: '2020-03-31', weekly: 90_000, latest: undefined },
    });
    expect(await counted('2020-08-30')).toEqual([1, 1, 0, 0]);
  });

  test('care ended: the child is counted to that day, and ceased for that reason', async () => {
    await answer(ended);
    expect(await question()).toMatchObject({ state: 'ended', lastNight: '2020-08-31' });
    expect(await ends()).toEqual([['2020-09-01', 'E4A']]);
    expect(await counted('2020-08-30')).toEqual([2, 0, 0, 0]);
    expect(await counted('2020-09-06')).toEqual([1, 0, 1, 0]);
    const [decision] = await ground.read(authority, (tx) =>
      tx.rows('select verdict, reason from finding_decision where authority_id = $1', [authority]),
    );
    expect(decision).toEqual([
      'accepted',
      'Care ended on 1 September 2020 (Returned home, planned): the social worker says so',
    ]);
  });

  test('moved to another authority; missing by mistake counts on; taken back it is asked again', async () => {
    await answer({ ...ofGone, answer: 'moved', endedOn: isoDate('2020-05-01'), rec: 'E3' });
    expect(await ends()).toEqual([['2020-05-01', 'E3']]);
    await answer(missing, 1);
    expect(await ends()).toEqual([[null, null]]);
    expect(await question()).toMatchObject({ state: 'missing', lastNight: null });
    expect(await counted('2021-05-30')).toEqual([2, 0, 0, 0]);
    await answer(back, 2);
    expect(await ends()).toEqual([['2020-04-01', null]]);
    expect(await question()).toMatchObject({ state: 'waiting', latest: { answer: 'taken back' } });
    const verdicts = await ground.read(authority, (tx) =>
      tx.rows(
        'select verdict from finding_decision where authority_id = $1 order by decision_number',
        [authority],
      ),
    );
    expect(verdicts).toEqual([['accepted'], ['accepted'], ['reopened']]);
  });

  test('what was known before the answer can be read as it was', async () => {
    await answer(ended);
    expect(await ends(2)).toEqual([['2020-04-01', null]]);
    expect(await ends(3)).toEqual([['2020-09-01', 'E4A']]);
  });

  test('imports that say nothing new of the child leave the answer as it is', async () => {
    await answer(ended);
    const again = await importFiles(ground, authority, [returnOf(2020, open('1'), open('2'))]);
    expect(again.files[0]).toMatchObject({ added: 0, changed: 0 });
    await importFiles(ground, authority, [returnOf(2022, open('2'))]);
    expect(await ends()).toEqual([['2020-09-01', 'E4A']]);
    expect(await question()).toMatchObject({ state: 'ended' });
  });

  test('a return that leaves out again who was missing by mistake asks again', async () => {
    await answer(missing);
    await importFiles(ground, authority, [returnOf(2021, open('2'))]);
    expect(await question()).toMatchObject({ state: 'missing' });
    await importFiles(ground, authority, [returnOf(2022, open('2'))]);
    expect(await question()).toMatchObject({ state: 'waiting', lastNight: '2020-03-31' });
  });

  test('a return that names the child again goes before the answer, and taking it back brings that again', async () => {
    await answer(ended);
    const named = await importFiles(ground, authority, [returnOf(2021, open('1'), open('2'))]);
    expect(await ends()).toEqual([[null, null]]);
    expect(await question()).toMatchObject({ state: 'settled', settledBy: named.importId });
    expect(await counted('2021-05-30')).toEqual([2, 0, 0, 0]);
    await turn(named.importId, 'taken back');
    expect(await ends()).toEqual([['2020-09-01', 'E4A']]);
    expect(await question()).toMatchObject({ state: 'ended' });
    await turn(named.importId, 'put back');
    expect(await ends()).toEqual([[null, null]]);
    expect(await question()).toMatchObject({ state: 'settled' });
  });

  test('taking back another import keeps the answer, and the import that did not name the child ends the question', async () => {
    const costs = await importFiles(ground, authority, [
      fileOf(
        'placement_costs.csv',
        `${COSTS}2,2018-05-01,core,1,2018-05-01,,social_care,Oak,spot,A,1\n`,
      ),
    ]);
    await answer(ended);
    await turn(costs.importId, 'taken back');
    expect(await ends()).toEqual([['2020-09-01', 'E4A']]);
    await turn(gone, 'taken back');
    expect(await ends()).toEqual([[null, null]]);
    expect(await question()).toMatchObject({ state: 'settled' });
    await turn(gone, 'put back');
    expect(await ends()).toEqual([['2020-09-01', 'E4A']]);
  });

  test('an end before the episode, to come, or for a reason of other years is refused, and so is who is not gone', async () => {
    const at = (day: string, rec = 'E4A') => answer({ ...ended, endedOn: isoDate(day), rec });
    await expect(at('2018-04-30')).rejects.toThrow('before the episode began');
    await expect(at('2021-06-02')).rejects.toThrow('in the future');
    await expect(at('2020-09-01', 'E43')).rejects.toThrow('E43 does not end care');
    await expect(at('2020-09-01', 'X1')).rejects.toThrow('X1 does not end care');
    await expect(answer({ ...ended, childId: '2' })).rejects.toThrow('names the child');
    await at('2018-05-01');
    expect(await ends()).toEqual([['2018-05-01', 'E4A']]);
    await expect(at('2020-09-01')).rejects.toThrow('Somebody else has decided');
  });
});
