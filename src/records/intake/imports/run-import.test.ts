import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import {
  addCouncil,
  fileOf,
  importFiles,
  recordsOf,
} from '../../../../tests/support/import-files.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { exitCodeOf } from './import-outcome.ts';

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n';
const RETURN_2019 = [
  fileOf('2019/header.csv', `${HEADER}1,1,01/02/2010,WBRI,,,\n2,2,03/04/2012,BAFR,,,\n`),
  fileOf(
    '2019/episodes.csv',
    `${EPISODES}1,01/05/2018,S,V2,N1,U6,PR4,,,,AB1 1AA,CD2 2BB,\n2,01/06/2018,S,C2,N1,K2,PR4,01/02/2019,E4A,,,,\n2,01/06/2018,S,C2,N1,K2,PR4,01/02/2019,E4A,,,,\n`,
  ),
];
const RETURN_2020 = [
  fileOf('2020/header.csv', `${HEADER}1,1,11/02/2010,WBRI,,,\n`),
  fileOf(
    '2020/episodes.csv',
    `${EPISODES}1,01/05/2018,S,V2,N1,U6,PR4,10/06/2019,X1,CARPL,AB1 1AA,CD2 2BB,\n1,10/06/2019,P,C2,N1,K2,PR4,,,,AB1 1AA,EF3 3CC,\n`,
  ),
];
const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';

async function auditOf(ground: Ground, authority: string): Promise<string[][]> {
  return ground.read(authority, async (tx) => {
    const rows = await tx.rows(
      'select action, table_name, actor from audit_entry where authority_id = $1',
      [authority],
    );
    return rows.map((row) => row.map(String));
  });
}

describeOnBothDatabases('imports', ALL_MIGRATIONS, (open) => {
  test('several returns become one history, and the same files twice change nothing', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const files = [...RETURN_2020, ...RETURN_2019];
    const first = await importFiles(ground, 'A', files);
    expect(exitCodeOf(first)).toBe(0);
    const episodes2019 = first.files.find(({ path }) => path === '2019/episodes.csv');
    expect(episodes2019).toMatchObject({
      rows: 3,
      accepted: 3,
      rejected: 0,
      superseded: 1,
      repaired: 1,
    });
    const records = await recordsOf(ground, 'A');
    expect(records.episode).toHaveLength(3);
    expect(records.repair).toHaveLength(2);
    const second = await importFiles(ground, 'A', files);
    expect(await recordsOf(ground, 'A')).toEqual(records);
    expect(second.files.every(({ added, changed }) => added === 0 && changed === 0)).toBe(true);
    const counts = ({ files: some }: typeof first) =>
      some.map(({ rows, accepted, superseded, repaired }) => [
        rows,
        accepted,
        superseded,
        repaired,
      ]);
    expect(counts(second)).toEqual(counts(first));
  });

  test('a child whom no header names stays a finding until one does', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const [header, episodes] = RETURN_2019;
    if (header === undefined || episodes === undefined) throw new Error('two files');
    // The file has one of its rows twice.
    const identical = ['rows-identical', 1];
    const rules = async () =>
      (await importFiles(ground, 'A', [episodes])).findings.map(({ rule, count }) => [rule, count]);
    expect(await rules()).toEqual([['child-without-header', 2], identical]);
    const records = await recordsOf(ground, 'A');
    expect(await rules()).toEqual([['child-without-header', 2], identical]);
    expect(await recordsOf(ground, 'A')).toEqual(records);
    await importFiles(ground, 'A', [header]);
    expect(await rules()).toEqual([identical]);
  });

  test('returns taken one by one, in either order, come to the same history', async () => {
    const ground = await open();
    for (const [code, returns] of [
      ['A', [RETURN_2019, RETURN_2020]],
      ['B', [RETURN_2020, RETURN_2019]],
      ['C', [[...RETURN_2019, ...RETURN_2020]]],
    ] as const) {
      await addCouncil(ground, code);
      for (const files of returns) await importFiles(ground, code, [...files]);
    }
    const ignored = [
      ...['authority_id', 'import_id', 'repair_key', 'resolved_import_id'],
      ...['revision', 'file_number'],
    ];
    const [a, b, c] = await Promise.all(
      ['A', 'B', 'C'].map((code) => recordsOf(ground, code, ignored)),
    );
    expect(a).toEqual(c);
    expect(b).toEqual(c);
  });

  test('rows that an import adds share one audit entry, rows that it changes have their own', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    await importFiles(ground, 'A', RETURN_2019);
    const before = await auditOf(ground, 'A');
    expect(before.filter(([, table]) => table === 'episode')).toEqual([]);
    expect(before.filter(([action]) => action === 'import')).toHaveLength(1);
    await importFiles(ground, 'A', RETURN_2020);
    const after = await auditOf(ground, 'A');
    expect(after.filter(([, table]) => table === 'episode')).toEqual([
      ['update', 'episode', 'Data officer'],
    ]);
    expect(after.filter(([, table]) => table === 'child')).toHaveLength(1);
  });

  test('a file that is not what it claims is refused whole and the others are taken', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const broken = fileOf(
      '2020/return.xml',
      '<EXPSSDA903><CHILD><HEADER><CHILDID>9</CHILDID><DOB>01/01/2010</DOB></HEADER></CHILD><CHILD>',
    );
    const outcome = await importFiles(ground, 'A', [...RETURN_2019, broken]);
    expect(exitCodeOf(outcome)).toBe(2);
    const refused = outcome.files.find(({ path }) => path === '2020/return.xml');
    expect(refused?.problem).toContain('2020/return.xml');
    expect(refused).toMatchObject({ rows: 0, accepted: 0 });
    const records = await recordsOf(ground, 'A');
    expect(records.child).toHaveLength(2);
    expect(records.episode).toHaveLength(2);
  });

  test('rows of a return that say the same are one, and told with their lines', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const row = (child: string) => `${child},01/05/2018,S,C2,N1,K2,PR4,,\n`;
    const header = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n';
    const rows = header + row('1') + row('2') + row('1') + row('1');
    const outcome = await importFiles(ground, 'A', [fileOf('2019/episodes.csv', rows)]);
    expect(outcome.files[0]).toMatchObject({ rows: 4, added: 2, superseded: 2 });
    const told = outcome.findings.find(({ rule }) => rule === 'rows-identical');
    expect(told?.example).toBe(
      '2019/episodes.csv has 2 rows that say the same as an earlier one (lines 4 and 5): one of each is kept.',
    );
  });

  test('a rejected row is kept whole with its line, column and reason', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const file = fileOf(
      '2019/episodes.csv',
      `${EPISODES}1,31/02/2018,S,V2,N1,U6,PR4,,,,,,\n1,01/05/2018,S,V2,N1,Q9,PR4,,,,,,\n1,01/06/2018,S,V2,N1,U6,PR4,,,,,,\n`,
    );
    const outcome = await importFiles(ground, 'A', [file]);
    expect(exitCodeOf(outcome)).toBe(1);
    expect(outcome.files[0]).toMatchObject({ rows: 3, accepted: 1, rejected: 2 });
    const kept = await ground.read('A', (tx) =>
      tx.rows('select line, column_name, value, cells from rejection where authority_id = $1', [
        'A',
      ]),
    );
    expect(kept.map((row) => row.slice(0, 3))).toEqual([
      [2, 'DECOM', '31/02/2018'],
      [3, 'PLACE', 'Q9'],
    ]);
    expect(kept[0]?.[3]).toHaveLength(13);
  });

  test('a finding that a corrected file no longer gives is resolved', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const wrong = fileOf(
      '2019/reviews.csv',
      'CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,01/06/2018,PN9\n',
    );
    const right = fileOf(
      '2019/reviews.csv',
      'CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,01/06/2018,PN1\n',
    );
    const openFindings = () =>
      ground.read('A', async (tx) => {
        const rows = await tx.rows(
          `select rule from finding
           where authority_id = $1 and resolved_import_id is null and kind = 'reviews'`,
          ['A'],
        );
        return rows.length;
      });
    await importFiles(ground, 'A', [wrong]);
    expect(await openFindings()).toBe(1);
    await importFiles(ground, 'A', [right]);
    expect(await openFindings()).toBe(0);
    await importFiles(ground, 'A', [wrong]);
    expect(await openFindings()).toBe(1);
  });

  test('cost records are added once, changed with an audit entry, and one named twice is found', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const costs = (rate: string) =>
      fileOf(
        'placement_costs.csv',
        `${COSTS}1,01/05/2018,core,10.00,01/05/2018,,social_care,Oak,spot,04130,3019\n1,01/05/2018,core,${rate},01/05/2018,,social_care,Oak,spot,04130,3019\n`,
      );
    const first = await importFiles(ground, 'A', [costs('900.50')]);
    expect(first.files[0]).toMatchObject({ rows: 2, accepted: 2, superseded: 1, added: 1 });
    expect(first.findings.map(({ rule }) => rule)).toContain('record-named-again');
    const same = await importFiles(ground, 'A', [costs('900.50')]);
    expect(same.files[0]).toMatchObject({ added: 0, changed: 0 });
    const dearer = await importFiles(ground, 'A', [costs('950.00')]);
    expect(dearer.files[0]).toMatchObject({ added: 0, changed: 1 });
    const audit = await auditOf(ground, 'A');
    expect(audit.filter(([, table]) => table === 'cost_element')).toHaveLength(1);
    const [row] = (await recordsOf(ground, 'A')).cost_element ?? [];
    expect(row).toContain('["weekly_rate",95000]');
  });

  test('of a cost record that two files name the last stands, and the same files twice change nothing', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const costs = (name: string, rate: string) =>
      fileOf(
        name,
        `${COSTS}1,01/05/2018,core,${rate},01/05/2018,,social_care,Oak,spot,04130,3019\n`,
      );
    const files = [costs('a.csv', '900.00'), costs('b.csv', '950.00')];
    const first = await importFiles(ground, 'A', files);
    expect(first.findings.map(({ rule }) => rule)).toEqual(['record-named-again']);
    const records = await recordsOf(ground, 'A');
    expect(records.cost_element?.[0]).toContain('["weekly_rate",95000]');
    const second = await importFiles(ground, 'A', files);
    expect(second.files.map(({ added, changed }) => added + changed)).toEqual([0, 0]);
    expect(await recordsOf(ground, 'A')).toEqual(records);
  });

  test('two imports of one council at once queue and both complete', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const outcomes = await Promise.all([
      importFiles(ground, 'A', RETURN_2019),
      importFiles(ground, 'A', RETURN_2020),
      importFiles(ground, 'A', RETURN_2019),
    ]);
    expect(outcomes.map(exitCodeOf)).toEqual([0, 0, 0]);
    expect((await recordsOf(ground, 'A')).episode).toHaveLength(3);
  });
});
