import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil } from '../../../tests/support/import-files.ts';
import { isoDate } from '../../core/plain-date.ts';
import { readConfiguration } from '../configuration/configuration.ts';
import type { Ground } from '../database/ground.ts';
import { DecidedMeanwhile } from '../decisions/decide.ts';
import { numberSetting } from './setting.ts';
import { settledValue } from './settled-value.ts';
import { changeSetting, loadChanges, takeBack } from './store.ts';

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
  const on = async (code: string, day: string) => {
    const found = await smallNumber({ council: { code }, wholeGround: ground }, isoDate(day));
    return [found.value, found.confirmed];
  };
  const acting = (authority: string, reason: string) => ({
    authority,
    actor: 'Joan Blake',
    person: { personId: JOAN, role: 'Administrator' as const },
    reason,
  });
  const settle = (authority: string, basedOn: number, from: string, value: number) =>
    changeSetting(ground, acting(authority, `because of ${value}`), setting, {
      basedOn,
      today: TODAY,
      to: { value, validFrom: isoDate(from), source: 'the panel', confirmed: value !== 3 },
    });
  const history = (authority: string) => loadChanges(ground, authority, [setting.name]);

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
      takeBack(ground, acting('C', 'a slip'), setting, { basedOn, today: TODAY, change: 2 });
    await back(2);
    expect(await on('C', '2026-06-01')).toEqual([8, true]);
    expect((await history('C'))[0]).toMatchObject({ number: 3, made: { takesBack: 2 } });
    await expect(back(3)).rejects.toMatchObject({ code: 'setting-refused' });
  });

  test('is not taken back once it has counted, nor settled for a day that is past', async () => {
    const late = { basedOn: 2, today: isoDate('2026-04-02'), change: 1 };
    await expect(takeBack(ground, acting('A', 'late'), setting, late)).rejects.toMatchObject({
      code: 'setting-refused',
    });
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
    await expect(
      narrower({ council: { code: 'A' }, wholeGround: ground }, isoDate('2026-08-01')),
    ).rejects.toMatchObject({ code: 'setting-unreadable' });
  });
});
