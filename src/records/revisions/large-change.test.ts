import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../tests/support/import-files.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { FEWEST_LARGE } from '../intake/imports/large-change.ts';
import { loadImport } from '../intake/load-import.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

const COSTS = 'child_id,placement_start,element,weekly_rate,from,to,funder\n';
const CHILDREN = 40;

const PAYMENTS =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,status\n';

/** Payments of £10, one for each of so many children, by runs of these days. */
function payments(runs: Readonly<Record<string, number>>) {
  const rows = Object.entries(runs).flatMap(([run, children]) =>
    Array.from(
      { length: children },
      (_, child) =>
        `${run}/${child},${run},2020-04-01,2020-04-28,${child},2018-05-01,Oak,core,10,actual\n`,
    ),
  );
  return fileOf('payments.csv', PAYMENTS + rows.join(''));
}

/** Costs of so many children, all at a rate but for some. */
function costs(children: number, dearer: Readonly<Record<number, string>> = {}) {
  const rows = Array.from({ length: children }, (_, child) => {
    const rate = dearer[child] ?? '100';
    return `${child},2018-05-01,core,${rate},2018-05-01,,social_care\n`;
  });
  return fileOf('placement_costs.csv', COSTS + rows.join(''));
}

describeOnBothDatabases('a large change of what stands', ALL_MIGRATIONS, (open) => {
  async function holding(): Promise<Ground> {
    const ground = await open();
    await addCouncil(ground, 'A');
    await importFiles(ground, 'A', [costs(CHILDREN)]);
    return ground;
  }

  const held = async (ground: Ground) =>
    (
      await ground.read('A', (tx) =>
        tx.rows(
          'select sum(weekly_rate)::int, count(*)::int from cost_element where authority_id = $1',
          ['A'],
        ),
      )
    )[0];

  test('keeps nothing, and says what it would have been', async () => {
    const ground = await holding();
    await expect(importFiles(ground, 'A', [costs(15)])).rejects.toMatchObject({
      code: 'large-change',
      message: expect.stringContaining('0 changed and 25 withdrawn of 40, £4,000 would be £1,500'),
    });
    expect(await held(ground)).toEqual([400_000, CHILDREN]);
    const [[importId] = []] = await ground.read('A', (tx) =>
      tx.rows(`select import_id from import where authority_id = $1 and status = 'interrupted'`, [
        'A',
      ]),
    );
    const one = await ground.read<RecordsTables, unknown>('A', (tx) =>
      loadImport(tx, String(importId)),
    );
    expect(one).toMatchObject({
      largeChange: [
        {
          ...{ table: 'cost_element', stood: 40, changed: 0, withdrawn: 25, children: 25 },
          ...{ penceBefore: 400_000, penceAfter: 150_000, penceTouched: 250_000 },
        },
      ],
    });
    const revisions = await ground.read('A', (tx) =>
      tx.rows('select revision from revision where authority_id = $1', ['A']),
    );
    expect(revisions).toEqual([[1]]);
  });

  test('is made when somebody has accepted it, or when the files are changes only', async () => {
    const ground = await holding();
    await importFiles(ground, 'A', [costs(15)], 'changes');
    expect(await held(ground)).toEqual([400_000, CHILDREN]);
    await importFiles(ground, 'A', [costs(15)], undefined, true);
    expect(await held(ground)).toEqual([150_000, 15]);
  });

  test('is not what few rows are, nor what is added', async () => {
    const ground = await holding();
    const fewer = CHILDREN - FEWEST_LARGE + 1;
    await importFiles(ground, 'A', [costs(fewer)]);
    expect(await held(ground)).toEqual([fewer * 10_000, fewer]);
    await importFiles(ground, 'A', [costs(CHILDREN * 3)]);
    expect(await held(ground)).toEqual([CHILDREN * 30_000, CHILDREN * 3]);
  });

  test('is one in pounds, where few of many rows hold most of them', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const dear = Object.fromEntries(Array.from({ length: 25 }, (_, child) => [child, '4000']));
    await importFiles(ground, 'A', [costs(400, dear)]);
    const cheaper = Object.fromEntries(Array.from({ length: 25 }, (_, child) => [child, '3000']));
    await expect(importFiles(ground, 'A', [costs(400, cheaper)])).rejects.toThrow(
      '25 changed and 0 withdrawn of 400, £137,500 would be £112,500',
    );
  });

  test('of payments is measured by the runs for which the files stand, and takes nothing of others', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const [may, june, july] = ['2020-05-07', '2020-06-04', '2020-07-02'];
    await importFiles(ground, 'A', [payments({ [may]: 400, [june]: 40, [july]: 400 })]);
    const runs = async () =>
      await ground.read('A', (tx) =>
        tx.rows(
          `select run_date, count(*)::int from payment where authority_id = $1
           group by run_date order by run_date`,
          ['A'],
        ),
      );
    await importFiles(ground, 'A', [payments({ [june]: 15 })]);
    expect(await runs()).toEqual([
      [may, 400],
      [june, 40],
      [july, 400],
    ]);
    await expect(importFiles(ground, 'A', [payments({ [june]: 15 })], 'whole')).rejects.toThrow(
      '0 changed and 25 withdrawn of 40, £400 would be £150',
    );
    await importFiles(ground, 'A', [payments({ [june]: 15 })], 'whole', true);
    expect(await runs()).toEqual([
      [may, 400],
      [june, 15],
      [july, 400],
    ]);
    await importFiles(ground, 'A', [payments({ [may]: 400, [july]: 399 })], 'whole');
    expect(await runs()).toEqual([
      [may, 400],
      [july, 399],
    ]);
  });
});
