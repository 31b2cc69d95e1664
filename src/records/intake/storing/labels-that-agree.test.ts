import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { hashOf } from './hash-of.ts';

/** Found by trying 220 million: two providers of one element that come to the same number. */
const PROVIDERS = ['Home 63959080', 'Home 74348589'] as const;
/** More rows than are stored together. */
const BETWEEN = 5_000;

const labelled = (provider: string) =>
  `1|2018-05-01|core|social_care|2018-05-01|${JSON.stringify([provider, '', ''])}`;

describeOnBothDatabases('two costs whose labels come to one number', ALL_MIGRATIONS, (open) => {
  test('are both kept, far apart in one file, and once more nothing new', async () => {
    const [first, second] = PROVIDERS;
    expect(hashOf(labelled(first))).toBe(hashOf(labelled(second)));
    const row = (child: number, provider: string) =>
      `${child},2018-05-01,core,100,2018-05-01,,social_care,${provider}\n`;
    const others = Array.from({ length: BETWEEN }, (_, at) => row(at + 2, 'Oak'));
    const file = fileOf(
      'placement_costs.csv',
      `child_id,placement_start,element,weekly_rate,from,to,funder,provider\n${row(1, first)}${others.join('')}${row(1, second)}`,
    );
    const ground = await open();
    await addCouncil(ground, 'A');
    const held = () =>
      ground.read('A', (tx) =>
        tx.rows(
          `select provider, occurrence from cost_element
           where authority_id = $1 and child_id = '1' order by occurrence`,
          ['A'],
        ),
      );
    const { files } = await importFiles(ground, 'A', [file]);
    expect(files[0]).toMatchObject({ rows: BETWEEN + 2, added: BETWEEN + 2, superseded: 0 });
    const both = await held();
    expect(both).toEqual([
      [first, 1],
      [second, 2],
    ]);
    const again = await importFiles(ground, 'A', [file, fileOf('budgets.csv', '')]);
    expect(again.files[0]).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
    expect(await held()).toEqual(both);
  });
});
