import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil } from '../../../tests/support/import-files.ts';
import { isoDate } from '../../core/plain-date.ts';
import { readConfiguration } from '../configuration/configuration.ts';
import type { Acting, CouncilTransaction, Ground } from '../database/ground.ts';
import { DecidedMeanwhile } from '../decisions/decide.ts';
import { boundTo } from '../http/bound.ts';
import type { SettingChange } from './changes.ts';
import { numberSetting } from './setting.ts';
import { settledValue } from './settled-value.ts';
import { changeSetting, loadChanges, type SettingTables, takeBack } from './store.ts';

const setting = numberSetting({
  name: 'example.small-number',
  title: 'Small number',
  about: 'Withheld below this.',
  unit: 'children',
  source: 'the installation',
  confirmed: false,
  least: 2,
  most: 20,
  otherwise: ({ smallNumber }) => smallNumber,
});
const JOAN = '00000000-0000-4000-8000-0000000000a1';
const TODAY = isoDate('2026-03-15');

describeOnBothDatabases('what a council settled', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  const smallNumber = settledValue(setting, readConfiguration({ WELLPLACED_SMALL_NUMBER: '7' }));
  const asking = (code: string) => ({ whole: boundTo(ground, () => acting(code, '')) });
  const on = async (code: string, day: string) => {
    const found = await smallNumber(asking(code), isoDate(day));
    return [found.value, found.confirmed];
  };
  const acting = (authority: string, reason: string) => ({
    authority,
    actor: 'Joan Blake',
    person: { personId: JOAN, role: 'Administrator' as const },
    reason,
  });
  const change = (
    code: string,
    reason: string,
    work: (tx: CouncilTransaction<SettingTables>, by: Acting) => Promise<void>,
  ) => boundTo(ground, (why) => acting(code, why)).change<SettingTables, void>(reason, work);
  const settle = (authority: string, basedOn: number, from: string, value: number) =>
    change(authority, `because of ${value}`, (tx, by) =>
      changeSetting(tx, by, setting, {
        basedOn,
        today: TODAY,
        to: { value, validFrom: isoDate(from), source: 'the panel', confirmed: value !== 3 },
      }),
    );
  const history = (authority: string, of = setting) =>
    asking(authority).whole.read<SettingTables, readonly SettingChange[]>((tx) =>
      loadChanges(tx, [of]),
    );

  beforeAll(async () => {
    ground = await open();
    for (const code of ['A', 'B', 'C', 'D']) await addCouncil(ground, code);
    await settle('A', 0, '2026-04-01', 10);
    await settle('A', 1, '2026-07-01', 3);
  });

  test.each([
    ['before it settled anything, as the installation has it', 'A', '2026-03-31', 7, false],
    ['from the day on', 'A', '2026-04-01', 10, true],
    ['until the day before the next', 'A', '2026-06-30', 10, true],
    ['from the next day on', 'A', '2026-07-01', 3, false],
    ['years later', 'A', '2036-07-01', 3, false],
    ['for another council, which settled nothing', 'B', '2026-05-01', 7, false],
  ])('counts %s', async (_name, code, day, value, confirmed) => {
    expect(await on(code, day)).toEqual([value, confirmed]);
  });

  test('counts of one day as it was settled last, and keeps what it replaced', async () => {
    await settle('B', 0, '2027-01-01', 10);
    await settle('B', 1, '2027-01-01', 4);
    expect(await on('B', '2027-01-01')).toEqual([4, true]);
    expect((await history('B')).map((each) => [each.number, each.reason, each.role])).toEqual([
      [2, 'because of 4', 'Administrator'],
      [1, 'because of 10', 'Administrator'],
    ]);
  });

  test('is taken back by a later change, which stays in the history, and not twice', async () => {
    await settle('C', 0, '2026-04-01', 8);
    await settle('C', 1, '2026-05-01', 9);
    const back = (basedOn: number) =>
      change('C', 'a slip', (tx, by) =>
        takeBack(tx, by, setting, { basedOn, today: TODAY, change: 2 }),
      );
    await back(2);
    expect(await on('C', '2026-06-01')).toEqual([8, true]);
    expect((await history('C'))[0]).toMatchObject({ number: 3, made: { takesBack: 2 } });
    await expect(back(3)).rejects.toMatchObject({ code: 'setting-refused' });
  });

  test('is not taken back once it has counted, nor settled for a day that is past', async () => {
    const late = { basedOn: 2, today: isoDate('2026-04-02'), change: 1 };
    const back = change('A', 'late', (tx, by) => takeBack(tx, by, setting, late));
    await expect(back).rejects.toMatchObject({ code: 'setting-refused' });
    await expect(settle('A', 2, '2026-03-14', 5)).rejects.toMatchObject({
      code: 'setting-refused',
    });
    expect(await history('A')).toHaveLength(2);
  });

  test.each([1, 21, 2.5, Number.NaN, -3])('cannot be %d', async (value) => {
    await expect(settle('D', 0, '2026-04-01', value)).rejects.toMatchObject({
      code: 'setting-refused',
    });
    expect(await history('D')).toEqual([]);
  });

  test.each([
    [1, 20.5, '205'],
    [1, 0.1, '1'],
    [1, 4503599627370.4, '45035996273704'],
    [2, 3.57, '357'],
    [3, 1.005, '1005'],
    [2, 7, '700'],
  ] as const)(
    'with %i decimals keeps %d exactly, as a whole number',
    async (decimals, value, kept) => {
      const decimal = {
        ...setting,
        name: `example.exact-${value}`,
        decimals,
        least: 0,
        most: 1e13,
      };
      const to = { value, validFrom: TODAY, source: 'a guide', confirmed: true };
      await change('B', 'exact', (tx, by) =>
        changeSetting(tx, by, decimal, { basedOn: 0, today: TODAY, to }),
      );
      const stored = await ground.read('B', (tx) =>
        tx.rows(
          `select value::text from setting_change where authority_id = $1 and subject_key = $2`,
          ['B', decimal.name],
        ),
      );
      expect(stored).toEqual([[kept]]);
      expect((await history('B', decimal))[0]?.made).toMatchObject({ value });
      const settled = settledValue(decimal, readConfiguration({}));
      expect((await settled(asking('B'), TODAY)).value).toBe(value);
    },
  );

  test.each([20.55, -0.1, 2.5000001, 1e13])('with one decimal cannot be %d', async (value) => {
    const decimal = { ...setting, name: 'example.decimal', decimals: 1 as const, least: 0 };
    const to = { value, validFrom: TODAY, source: 'a guide', confirmed: true };
    const refused = change('A', 'wrong', (tx, by) =>
      changeSetting(tx, by, decimal, { basedOn: 0, today: TODAY, to }),
    );
    await expect(refused).rejects.toMatchObject({ code: 'setting-refused' });
  });

  test('of several at the same moment exactly one is stored, and the others are told', async () => {
    const values = [4, 5, 6, 7, 8, 9];
    const outcomes = await Promise.allSettled(
      values.map((value) => settle('D', 0, '2026-04-01', value)),
    );
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(5);
    for (const reason of refused) expect(reason).toBeInstanceOf(DecidedMeanwhile);
    expect(await history('D')).toHaveLength(1);
  });

  test('is on the audit trail, with who and why', async () => {
    const entries = await ground.read('A', (tx) =>
      tx.rows(
        `select actor, person_id, person_role, reason, action, after ->> 'value' from audit_entry
         where authority_id = $1 and table_name = 'setting_change' order by seq`,
        ['A'],
      ),
    );
    const by = ['Joan Blake', JOAN, 'Administrator'];
    expect(entries).toEqual([
      [...by, 'because of 10', 'insert', '10'],
      [...by, 'because of 3', 'insert', '3'],
    ]);
  });

  test('is refused aloud where it may no longer be settled, and never replaced by a default', async () => {
    const narrower = settledValue({ ...setting, least: 5 }, readConfiguration({}));
    await expect(narrower(asking('A'), isoDate('2026-08-01'))).rejects.toMatchObject({
      code: 'setting-unreadable',
    });
  });
});
