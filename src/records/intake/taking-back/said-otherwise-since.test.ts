import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { saidOtherwiseSince } from './said-otherwise-since.ts';

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const costs = (rates: Readonly<Record<string, string>>) => [
  fileOf(
    'placement_costs.csv',
    COSTS +
      Object.entries(rates)
        .map(
          ([who, rate]) =>
            `${who},2018-05-01,core,${rate},2018-05-01,,social_care,Oak,spot,A,3019\n`,
        )
        .join(''),
  ),
];

describeOnBothDatabases('what later imports said otherwise', ALL_MIGRATIONS, (open) => {
  test('counts, import by import, the records that one had said and others changed or withdrew', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const said = (rates: Readonly<Record<string, string>>) =>
      importFiles(ground, 'A', costs(rates), undefined, true);
    const first = await said({ 1: '900', 2: '900', 3: '900', 4: '900' });
    const second = await said({ 1: '950', 2: '950', 3: '900', 4: '900' });
    // What the second said of child 1 is not the first's any more; of child 3 it still is.
    const third = await said({ 1: '990', 3: '910' });
    const since = (importId: string) =>
      ground.read('A', async (tx) =>
        (await saidOtherwiseSince(tx, importId)).map(({ importId: later, changed, withdrawn }) => [
          later,
          changed,
          withdrawn,
        ]),
      );
    expect(await since(first.importId)).toEqual([
      [second.importId, 2, 0],
      [third.importId, 1, 1],
    ]);
    expect(await since(second.importId)).toEqual([[third.importId, 1, 1]]);
    expect(await since(third.importId)).toEqual([]);
  });
});
