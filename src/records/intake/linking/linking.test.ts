import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { addPerson, restrict } from '../../../../tests/support/restricted-child.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { hiddenFrom } from '../../restrictions/hidden-from.ts';
import { endRestriction } from '../../restrictions/restrict.ts';
import { seenBy } from '../../restrictions/seen-by.ts';
import type { RestrictionTables } from '../../restrictions/tables.ts';
import { knownAt } from '../../revisions/known-at.ts';
import { RECORD_TABLES } from '../../revisions/record-tables.ts';
import { revisionsMade } from '../../revisions/revision.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { ProgressBoard } from '../imports/import-progress.ts';
import { registerImport } from '../imports/import-register.ts';
import { openReader } from '../imports/import-sources.ts';
import { takeBack } from '../taking-back/take-back.ts';
import { linkImport } from './link-import.ts';

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n';
const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE\n';
const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';

const episode = (child: string, decom: string, dec = '', rec = '') =>
  `${child},${decom},S,C2,N1,U1,PR4,${dec},${rec},,,,\n`;
const cost = (child: string, rate: string) =>
  `${child},2018-05-01,core,${rate},2018-05-01,,social_care,Oak,spot,A,3019\n`;

const first = () => [
  fileOf('2020/header.csv', `${HEADER}A,1,02/02/2010,WBRI,,,\nX,2,02/03/2011,WBRI,,,\n`),
  fileOf('2020/episodes.csv', EPISODES + episode('A', '01/05/2018') + episode('X', '01/05/2018')),
  fileOf('2020/reviews.csv', `${REVIEWS}A,02/02/2010,01/08/2019,PN1\n`),
];
const second = () => [
  fileOf('2021/header.csv', `${HEADER}B,1,02/02/2010,WBRI,,,\nX,2,02/03/2011,WBRI,,,\n`),
  fileOf('2021/episodes.csv', EPISODES + episode('B', '01/09/2020') + episode('X', '01/05/2018')),
  fileOf('2021/reviews.csv', `${REVIEWS}B,02/02/2010,01/10/2020,PN1\n`),
];
const costs = (...rows: string[]) => [fileOf('placement_costs.csv', COSTS + rows.join(''))];

describeOnBothDatabases('two identifiers of one child', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let workFolder: string;
  let councils = 0;
  beforeAll(async () => {
    ground = await open();
    workFolder = await mkdtemp(join(tmpdir(), 'linking-'));
  });
  afterAll(() => rm(workFolder, { recursive: true }));

  async function council(): Promise<string> {
    councils += 1;
    await addCouncil(ground, `C${councils}`);
    return `C${councils}`;
  }

  const deskOf = () => {
    const now = () => new Date();
    return {
      ground,
      board: new ProgressBoard(ground, now),
      now,
      today: () => isoDate('2021-06-01'),
    };
  };
  const acting = (authority: string) => ({
    ...{ authority, actor: 'Data officer', reason: 'the same child, says the social worker' },
  });
  const unwatched = { signal: new AbortController().signal, progress: () => undefined };

  async function link(authority: string, childId: string, follows: string): Promise<string> {
    const asked = { childId, follows, kind: 'merged', pseudonym: `P-${childId}` } as const;
    const desk = deskOf();
    const importId = await registerImport(desk, acting(authority), 'page', 'running', {
      links: asked,
    });
    await linkImport(desk, acting(authority), importId, unwatched);
    return importId;
  }

  async function turn(authority: string, importId: string, kind: 'taken back' | 'put back') {
    const reader = openReader({});
    const desk = { ground, reader, workFolder, today: isoDate('2021-06-01') };
    const more = { now: () => new Date(), onProgress: () => undefined };
    const taking = takeBack({ ...desk, ...more }, acting(authority), importId, kind);
    return taking.finally(() => reader.close());
  }

  async function records(authority: string, revision?: number) {
    const found: Record<string, string[]> = {};
    const work = async (tx: { rows: (sql: string, values: unknown[]) => Promise<unknown[][]> }) => {
      for (const { table } of RECORD_TABLES) {
        const rows = await tx.rows(`select to_jsonb(t) from ${table} t where authority_id = $1`, [
          authority,
        ]);
        found[table] = rows
          .map(([row]) => JSON.stringify({ ...(row as object), revision: undefined }))
          .sort();
      }
    };
    await ground.read<RecordsTables, void>(
      authority,
      revision === undefined ? work : knownAt(revision, work),
    );
    return found;
  }

  const ask = (authority: string, sql: string) =>
    ground.read(authority, (tx) => tx.rows(sql, [authority]));
  const stays = (authority: string) =>
    ask(
      authority,
      `select child_id, decom::text, dec::text, return_year from episode
       where authority_id = $1 order by child_id, decom`,
    );

  test('have one history: what overlaps is ended, and what says it is kept', async () => {
    const authority = await council();
    const { importId } = await importFiles(ground, authority, [
      ...first(),
      ...costs(cost('A', '900'), cost('B', '950'), cost('A', '20').replace(',A,', ',C,')),
    ]);
    await importFiles(ground, authority, second());
    expect(await stays(authority)).toEqual([
      ['A', '2018-05-01', '2020-04-01', 2020],
      ['B', '2020-09-01', null, 2021],
      ['X', '2018-05-01', null, 2021],
    ]);
    await link(authority, 'A', 'B');
    const always = await council();
    await importFiles(ground, always, [
      fileOf(
        '2020/episodes.csv',
        EPISODES + episode('B', '01/05/2018') + episode('X', '01/05/2018'),
      ),
    ]);
    await importFiles(ground, always, second());
    expect(await stays(authority)).toEqual(await stays(always));
    expect(await stays(authority)).toEqual([
      ['B', '2018-05-01', '2020-04-01', 2020],
      ['B', '2020-09-01', null, 2021],
      ['X', '2018-05-01', null, 2021],
    ]);
    expect(
      await ask(
        authority,
        `select child_id, weekly_rate, occurrence, import_id from cost_element
         where authority_id = $1 order by occurrence`,
      ),
    ).toEqual([
      ['B', 95_000, 1, importId],
      ['B', 2_000, 2, importId],
    ]);
    expect(
      await ask(
        authority,
        'select child_id, review::text from review where authority_id = $1 order by 2',
      ),
    ).toEqual([
      ['B', '2019-08-01'],
      ['B', '2020-10-01'],
    ]);
    expect(
      await ask(
        authority,
        `select child_id, rule from finding
         where authority_id = $1 and rule = 'open-but-gone' and resolved_import_id is null`,
      ),
    ).toEqual([]);
    expect(
      await ask(
        authority,
        'select child_id, follows, stands, moved, left_out from child_link where authority_id = $1',
      ),
    ).toEqual([['A', 'B', true, 3, 1]]);
  });

  test('are read as one from then on: the same files again change nothing, and a whole one names the child by either', async () => {
    const authority = await council();
    const all = () => [...first(), ...second(), ...costs(cost('A', '900'), cost('B', '950'))];
    await importFiles(ground, authority, all());
    await link(authority, 'A', 'B');
    const linked = await records(authority);
    const again = await importFiles(ground, authority, all());
    for (const file of again.files) {
      expect(file).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
    }
    expect(await records(authority)).toEqual(linked);
    const rejected = await importFiles(
      ground,
      authority,
      costs(cost('A', 'much'), cost('X', '10')),
    );
    expect(rejected.files[0]).toMatchObject({ rejected: 1, added: 1, withdrawn: 0 });
  });

  test('are two again when the link is undone, and one when that is undone; known at each revision as they were', async () => {
    const authority = await council();
    await importFiles(ground, authority, [...first(), ...costs(cost('A', '900'))]);
    await importFiles(ground, authority, second());
    const apart = await records(authority);
    const importId = await link(authority, 'A', 'B');
    const together = await records(authority);
    await turn(authority, importId, 'taken back');
    expect(await records(authority)).toEqual(apart);
    await turn(authority, importId, 'put back');
    expect(await records(authority)).toEqual(together);
    expect(await records(authority, 2)).toEqual(apart);
    expect(await records(authority, 3)).toEqual(together);
    const kinds = await ground.read<RecordsTables, unknown[]>(authority, async (tx) =>
      (await revisionsMade(tx)).map(({ kind }) => kind),
    );
    expect(kinds).toEqual(['import', 'import', 'import', 'taken back', 'put back']);
  });

  test('stay linked when an earlier import is taken back, and one after a link that is undone speaks of two', async () => {
    const authority = await council();
    const one = await importFiles(ground, authority, [...first(), ...costs(cost('A', '900'))]);
    await importFiles(ground, authority, second());
    const importId = await link(authority, 'A', 'B');
    await importFiles(ground, authority, costs(cost('A', '1000')));
    expect(
      await ask(
        authority,
        'select child_id, weekly_rate from cost_element where authority_id = $1',
      ),
    ).toEqual([['B', 100_000]]);
    await turn(authority, importId, 'taken back');
    expect(
      await ask(
        authority,
        'select child_id, weekly_rate from cost_element where authority_id = $1',
      ),
    ).toEqual([['A', 100_000]]);
    await turn(authority, importId, 'put back');
    await turn(authority, one.importId, 'taken back');
    expect(
      await ask(
        authority,
        'select child_id, weekly_rate from cost_element where authority_id = $1',
      ),
    ).toEqual([['B', 100_000]]);
    expect((await stays(authority)).map(([childId]) => childId)).toEqual(['B', 'X']);
  });

  test('cannot be linked twice, in a circle, when one is not known or one is restricted', async () => {
    const authority = await council();
    await importFiles(ground, authority, [...first(), ...second()]);
    await expect(link(authority, 'A', 'A')).rejects.toThrow();
    await expect(link(authority, 'A', 'Z')).rejects.toThrow();
    await link(authority, 'A', 'B');
    await expect(link(authority, 'A', 'X')).rejects.toThrow('linked already');
    await expect(link(authority, 'B', 'A')).rejects.toThrow('linked already');
    const manager = await addPerson(
      ground,
      authority,
      'Owen Blackwood',
      'Social work team manager',
    );
    const other = await addPerson(ground, authority, 'Helen Marsh', 'Principal social worker');
    await restrict(ground, authority, 'X', [manager, other]);
    await expect(link(authority, 'B', 'X')).rejects.toThrow('restricted');
  });

  test('are hidden together when the child is restricted afterwards', async () => {
    const authority = await council();
    await importFiles(ground, authority, [...first(), ...second()]);
    await link(authority, 'A', 'B');
    const manager = await addPerson(
      ground,
      authority,
      'Owen Blackwood',
      'Social work team manager',
    );
    const other = await addPerson(ground, authority, 'Helen Marsh', 'Principal social worker');
    const officer = await addPerson(ground, authority, 'Priya Nair', 'Placements officer');
    await restrict(ground, authority, 'B', [manager, other]);
    const now = new Date('2021-06-01T09:00:00Z');
    const children = (person: typeof officer) =>
      seenBy(ground, person, now).read(authority, (tx) =>
        tx.rows('select child_id from child where authority_id = $1 order by 1', [authority]),
      );
    expect(await children(officer)).toEqual([['X']]);
    expect(await children(manager)).toEqual([['A'], ['B'], ['X']]);
    const links = await seenBy(ground, officer, now).read(authority, (tx) =>
      tx.rows('select 1 from child_link where authority_id = $1', [authority]),
    );
    expect(links).toEqual([]);
    const hides = await ground.read(authority, (tx) => hiddenFrom(tx, now));
    expect([hides('A', officer.personId), hides('A', manager.personId)]).toEqual([true, false]);
  });

  test('stay as they are while the child is restricted, and are restricted under the one that all stands under', async () => {
    const authority = await council();
    await importFiles(ground, authority, [...first(), ...second()]);
    const importId = await link(authority, 'A', 'B');
    await link(authority, 'B', 'X');
    const manager = await addPerson(
      ground,
      authority,
      'Owen Blackwood',
      'Social work team manager',
    );
    const other = await addPerson(ground, authority, 'Helen Marsh', 'Principal social worker');
    await expect(restrict(ground, authority, 'A', [manager, other])).rejects.toThrow(
      'stands under B',
    );
    await restrict(ground, authority, 'X', [manager, other]);
    await expect(turn(authority, importId, 'taken back')).rejects.toThrow(
      'Who may see this child is restricted, and the link says what that covers.',
    );
    await ground.transaction<RestrictionTables, void>(acting(authority), (tx) =>
      endRestriction(tx, 'X', { personId: manager.personId, now: new Date() }),
    );
    await turn(authority, importId, 'taken back');
    await restrict(ground, authority, 'A', [manager, other]);
    await expect(turn(authority, importId, 'put back')).rejects.toThrow(
      'Who may see this child is restricted',
    );
  });
});
