import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../tests/support/import-files.ts';
import { addPerson, restrict } from '../../../tests/support/restricted-child.ts';
import { verifyChain } from '../../platform/audit/verify-chain.ts';
import type { Ground } from '../../platform/database/ground.ts';
import type { Person } from '../../platform/http/route.ts';
import { acknowledgeOpening, openRestrictedChild } from './openings.ts';
import { endRestriction, nameReaders } from './restrict.ts';
import { hiddenChildren, seenBy } from './seen-by.ts';
import { loadOpenings } from './store.ts';
import type { RestrictionTables } from './tables.ts';

const NINE = new Date('2021-06-01T09:00:00Z');
const minutesLater = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);

const HEADER =
  'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,2,14/02/2004,BAFR,,,\nA2,1,03/09/2012,WBRI,,,\n';
const EPISODES = `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
A1,04/01/2021,S,V2,N8,U6,PR4,,,,AB1 1AA,AB1 1AB,SC1
A2,01/02/2019,S,C2,N1,U4,PR1,,,,AB1 1AA,AB1 1AB,
`;

describeOnBothDatabases('a restricted child', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let manager: Person;
  let second: Person;
  let officer: Person;
  let third: Person;

  beforeAll(async () => {
    ground = await open();
    await addCouncil(ground, 'A');
    await importFiles(ground, 'A', [
      fileOf('2022/header.csv', HEADER),
      fileOf('2022/episodes.csv', EPISODES),
    ]);
    manager = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
    second = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    third = await addPerson(ground, 'A', 'Daniel Osei', 'Assistant director');
    officer = await addPerson(ground, 'A', 'Priya Nair', 'Placements officer');
    await restrict(ground, 'A', 'A1', [manager, second]);
  });

  const childrenSeen = (person: Person, moment: Date) =>
    seenBy(ground, person, moment).read<RestrictionTables, string[]>('A', async (tx) => {
      const rows = await tx.rows(
        'select child_id from episode where authority_id = $1 order by 1',
        ['A'],
      );
      return rows.map(([childId]) => String(childId));
    });

  function doing<Result>(
    person: Person,
    work: (
      tx: Parameters<typeof nameReaders>[0],
      who: { personId: string; now: Date },
    ) => Promise<Result>,
    now = NINE,
  ): Promise<Result> {
    const acting = { authority: 'A', actor: person.name, reason: 'a reason given in a test' };
    return ground.transaction<RestrictionTables, Result>(acting, (tx) =>
      work(tx, { personId: person.personId, now }),
    );
  }

  test('has every table that tells of a child under its policy', async () => {
    const without = await ground.read<RestrictionTables, unknown[][]>('A', (tx) =>
      tx.rows(
        `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
           and a.attname = 'child_id' and not a.attisdropped
           and not exists (select from pg_policy where polrelid = c.oid
             and polname = 'hidden_children' and not polpermissive)`,
      ),
    );
    expect(without).toEqual([]);
  });

  test('is not there for somebody who is not named, in rows or in the trail', async () => {
    expect(await childrenSeen(manager, NINE)).toEqual(['A1', 'A2']);
    expect(await childrenSeen(second, NINE)).toEqual(['A1', 'A2']);
    expect(await childrenSeen(officer, NINE)).toEqual(['A2']);
    const hidden = await seenBy(ground, officer, NINE).read<unknown, ReadonlySet<string>>(
      'A',
      hiddenChildren,
    );
    expect([...hidden]).toEqual(['A1']);
    const trail = await seenBy(ground, officer, NINE).read<RestrictionTables, unknown[][]>(
      'A',
      (tx) =>
        tx.rows(
          `select 1 from audit_entry where authority_id = $1
             and (row_key::text || coalesce(after::text, '')) like '%A1%'`,
          ['A'],
        ),
    );
    expect(trail).toEqual([]);
  });

  test('is whole again in the next transaction of the same connection', async () => {
    await childrenSeen(officer, NINE);
    const [row] = await ground.read<RestrictionTables, unknown[][]>('A', (tx) =>
      tx.rows('select count(*)::int from child where authority_id = $1', ['A']),
    );
    expect(row).toEqual([2]);
  });

  test('is opened for one hour with a reason, and shut after it', async () => {
    const opened = await doing(officer, (tx, who) =>
      openRestrictedChild(tx, 'A1', 'the police rang about the child', who),
    );
    expect(opened).toBe(true);
    expect(await childrenSeen(officer, minutesLater(-1))).toEqual(['A2']);
    expect(await childrenSeen(officer, NINE)).toEqual(['A1', 'A2']);
    expect(await childrenSeen(officer, minutesLater(59))).toEqual(['A1', 'A2']);
    expect(await childrenSeen(officer, minutesLater(60))).toEqual(['A2']);
    const openings = await ground.read<RestrictionTables, Awaited<ReturnType<typeof loadOpenings>>>(
      'A',
      (tx) => loadOpenings(tx),
    );
    expect(openings).toMatchObject([
      { childId: 'A1', person: 'Priya Nair', reason: 'the police rang about the child' },
    ]);
  });

  test('opens nothing for who is named, for an unrestricted child or an unknown one', async () => {
    for (const [person, childId] of [
      [manager, 'A1'],
      [officer, 'A2'],
      [officer, 'NOBODY'],
    ] as const) {
      const opened = await doing(person, (tx, who) =>
        openRestrictedChild(tx, childId, 'a reason long enough', who),
      );
      expect(opened).toBe(false);
    }
  });

  test('is not changed by who opened it, nor does anybody name themselves', async () => {
    await expect(
      doing(officer, (tx, who) => nameReaders(tx, 'A1', [officer.personId], who)),
    ).rejects.toMatchObject({ code: 'restriction-not-yours' });
    await expect(
      doing(third, (tx, who) => nameReaders(tx, 'A1', [third.personId], who)),
    ).rejects.toMatchObject({ code: 'restriction-not-yours' });
    await expect(doing(officer, (tx, who) => endRestriction(tx, 'A1', who))).rejects.toMatchObject({
      code: 'restriction-not-yours',
    });
  });

  test('keeps two who may restrict, and only people who may see a child', async () => {
    const member = await addPerson(ground, 'A', 'Councillor Alan Frith', 'Cabinet member');
    const only = (...people: Person[]) =>
      doing(manager, (tx, who) =>
        nameReaders(
          tx,
          'A1',
          people.map(({ personId }) => personId),
          who,
        ),
      );
    await expect(only(manager, officer)).rejects.toMatchObject({ code: 'restriction-needs-two' });
    await expect(only(manager, second, member)).rejects.toMatchObject({
      code: 'reader-sees-no-child',
    });
    await only(manager, second, third);
    expect(await childrenSeen(third, NINE)).toEqual(['A1', 'A2']);
    await only(manager, second);
    expect(await childrenSeen(third, NINE)).toEqual(['A2']);
  });

  test('is restricted once: the second to do so is told', async () => {
    await expect(restrict(ground, 'A', 'A1', [second, manager])).rejects.toMatchObject({
      code: 'restricted-already',
    });
    await expect(restrict(ground, 'A', 'A2', [second, officer])).rejects.toMatchObject({
      code: 'restriction-needs-two',
    });
  });

  test('has each opening acknowledged by somebody else, once, before it ends', async () => {
    const [opening] = await ground.read<
      RestrictionTables,
      Awaited<ReturnType<typeof loadOpenings>>
    >('A', (tx) => loadOpenings(tx, 'A1'));
    const openingId = opening?.openingId ?? '';
    const acknowledged = (by: Person) =>
      doing(by, (tx, who) => acknowledgeOpening(tx, 'A1', openingId, who));
    await expect(doing(manager, (tx, who) => endRestriction(tx, 'A1', who))).rejects.toMatchObject({
      code: 'openings-waiting',
    });
    await expect(acknowledged(officer)).rejects.toMatchObject({ code: 'restriction-not-yours' });
    await doing(manager, (tx, who) =>
      nameReaders(tx, 'A1', [manager.personId, second.personId, officer.personId], who),
    );
    await expect(acknowledged(officer)).rejects.toMatchObject({ code: 'own-opening' });
    await acknowledged(second);
    await expect(acknowledged(manager)).rejects.toMatchObject({ code: 'acknowledged-already' });
    await doing(manager, (tx, who) => endRestriction(tx, 'A1', who));
    expect(await childrenSeen(third, NINE)).toEqual(['A1', 'A2']);
    await restrict(ground, 'A', 'A1', [second, manager]);
    expect(await childrenSeen(officer, NINE)).toEqual(['A2']);
  });

  test('leaves the trail’s chain whole, whoever wrote to it', async () => {
    const acting = { authority: 'A', actor: officer.name, reason: 'a look' };
    await seenBy(ground, officer, minutesLater(120)).transaction<RestrictionTables, number>(
      acting,
      (tx) =>
        tx.insertMany(
          'audit_entry',
          ['action', 'table_name', 'row_key'],
          [['view', 'child', { child_id: 'A1' }]],
        ),
    );
    const [unsealed] = await ground.read<RestrictionTables, unknown[][]>('A', (tx) =>
      tx.rows('select count(*)::int from audit_entry where authority_id = $1 and seq is null', [
        'A',
      ]),
    );
    expect(unsealed).toEqual([0]);
    expect((await verifyChain(ground, 'A')).broken).toBeUndefined();
  });
});
