import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../tests/support/import-files.ts';
import { TEST_PERSON_ID } from '../../../tests/support/signed-in.ts';
import type { Ground } from '../../platform/database/ground.ts';
import type { Role } from '../../platform/permission/roles.ts';
import { seenBy } from '../restrictions/seen-by.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { withoutWholePostcodes } from './outward.ts';

const HEADER = 'child_id,given_name,family_name,home_address';

test.each([
  ['AB1 1AA', 'AB1'],
  ['home_post ab11aa became SW1A 1AA', 'home_post ab1 became SW1A'],
  ['K2 to U6 on 1 May', 'K2 to U6 on 1 May'],
])('of a postcode only the outward half is left: %s', (text, left) => {
  expect(withoutWholePostcodes(text)).toBe(left);
});

describeOnBothDatabases('names of children', ALL_MIGRATIONS, (open) => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await open();
    await addCouncil(ground, 'A');
  });

  const names = (lines: readonly string[]) =>
    importFiles(ground, 'A', [fileOf('children_names.csv', `${[HEADER, ...lines].join('\n')}\n`)]);

  const rows = (sql: string) =>
    ground.read<RecordsTables, unknown[][]>('A', (tx) => tx.rows(sql, ['A']));

  test('are imported, the same again changes nothing, and a later file changes them', async () => {
    const first = await names(['a1,Ada,Byron,"1 Mill Lane\nQuarrow"', 'A2,,Smithee,']);
    expect(first.files).toMatchObject([{ kind: 'children_names', accepted: 2, added: 2 }]);
    const again = await names(['A1,Ada,Byron,"1 Mill Lane\nQuarrow"', 'A2,,Smithee,']);
    expect(again.files).toMatchObject([{ added: 0, changed: 0 }]);
    const later = await names(['A1,Ada,Lovelace,2 Mill Lane', 'A2,,Smithee,']);
    expect(later.files).toMatchObject([{ added: 0, changed: 1, withdrawn: 0 }]);
    expect(
      await rows(
        `select child_id, given_name, family_name, home_address from child_name
         where authority_id = $1 order by 1`,
      ),
    ).toEqual([
      ['A1', 'Ada', 'Lovelace', '2 Mill Lane'],
      ['A2', null, 'Smithee', null],
    ]);
  });

  test('stand nowhere else: not in rejected rows, findings or the trail', async () => {
    const outcome = await names([
      ',Noname,Smithee,3 Mill Lane',
      'A3,,,4 Mill Lane',
      'A4,Ann,Byron,5 Mill Lane',
      'A4,Ann,Byron-Smithee,5 Mill Lane',
    ]);
    expect(outcome.files).toMatchObject([{ accepted: 2, rejected: 2 }]);
    for (const table of ['rejection', 'finding', 'audit_entry', 'import', 'import_file']) {
      const found = await rows(
        `select 1 from ${table} t where authority_id = $1
           and t::text ~* 'noname|smithee|byron|lovelace|mill lane'`,
      );
      expect(found, table).toEqual([]);
    }
    const [changed] = await rows(
      `select before ->> 'family_name', after ->> 'family_name' from audit_entry
       where authority_id = $1 and table_name = 'child_name' and action = 'update'`,
    );
    expect(changed).toEqual(['withheld', 'withheld']);
  });

  test.each([
    ['Social work team manager', 3],
    ['Independent reviewing officer', 3],
    ['Finance business partner', 0],
    ['Data officer', 0],
    ['Auditor', 0],
    ['Administrator', 0],
  ] as const)('are there for who may see them only: %s', async (role: Role, seen: number) => {
    const person = { personId: TEST_PERSON_ID, name: 'Somebody', roles: [role] };
    const found = await seenBy(ground, person, new Date()).read<RecordsTables, unknown[][]>(
      'A',
      (tx) => tx.rows('select 1 from child_name where authority_id = $1', ['A']),
    );
    expect(found).toHaveLength(seen);
  });
});
