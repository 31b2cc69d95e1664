import { afterAll, beforeEach, expect, test } from 'vitest';
import { openCareCouncil } from '../../../tests/support/care-council.ts';
import { addPerson, restrict } from '../../../tests/support/restricted-child.ts';
import type { CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import type { Person } from '../../platform/http/route.ts';
import type { IdentityTables } from '../../platform/identity/identity-tables.ts';
import { endAccess, heldBy } from '../../platform/identity/leaving/leave.ts';
import { RECORDS_PERMISSIONS } from '../permissions.ts';
import { openRestrictedChild } from '../restrictions/openings.ts';
import { nameReaders } from '../restrictions/restrict.ts';
import { loadRestrictions } from '../restrictions/store.ts';
import type { RestrictionTables } from '../restrictions/tables.ts';
import { RECORDS_HOLDINGS } from './records-holdings.ts';

const NOW = new Date('2021-06-02T09:00:00Z');
const grounds: Ground[] = [];
let ground: Ground;
let joan: Person;
let owen: Person;
let helen: Person;
let daniel: Person;
let ruth: Person;

beforeEach(async () => {
  ground = await openCareCouncil();
  grounds.push(ground);
  joan = await addPerson(ground, 'A', 'Joan Blake', 'Administrator');
  owen = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
  helen = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
  daniel = await addPerson(ground, 'A', 'Daniel Osei', 'Assistant director');
  ruth = await addPerson(ground, 'A', 'Ruth Adeyemi', 'Independent reviewing officer');
});
afterAll(async () => {
  for (const each of grounds) await each.close();
});

type Work<Result> = (tx: CouncilTransaction<RestrictionTables>) => Promise<Result>;
const acting = { authority: 'A', actor: 'Joan Blake', reason: 'last day at work' };
const inside = <Result>(work: Work<Result>) =>
  ground.transaction<RestrictionTables, Result>(acting, work);

const ends = (person: Person, to?: Person) =>
  ground.transaction<IdentityTables, void>(acting, (tx) =>
    endAccess(
      tx,
      { personId: person.personId, by: joan.personId, reason: acting.reason, now: NOW },
      { holdings: RECORDS_HOLDINGS, permissions: RECORDS_PERMISSIONS },
      to?.personId,
    ),
  );

const held = (person: Person) =>
  ground.transaction<IdentityTables, readonly { what: string }[]>(acting, (tx) =>
    heldBy(tx, { ...person, roles: [...person.roles] }, RECORDS_HOLDINGS),
  );

const namedOn = async (childId: string) => {
  const [restriction] = await inside((tx) => loadRestrictions(tx, childId));
  return restriction?.readers.map(({ name }) => name);
};

const leftOf = ({ personId }: Person) =>
  inside((tx) =>
    tx.rows('select left_at from person where authority_id = $1 and person_id = $2', [
      'A',
      personId,
    ]),
  );

test('a name is taken off a restricted child where two who may restrict remain', async () => {
  await restrict(ground, 'A', 'A100', [owen, helen, daniel, ruth]);
  expect((await held(owen)).map(({ what }) => what)).toEqual([
    'Named on 1 restricted child with at least two others who may restrict a child',
  ]);
  await ends(owen);
  expect(await namedOn('A100')).toEqual(['Daniel Osei', 'Helen Marsh', 'Ruth Adeyemi']);
});

test('a restricted child is never left with fewer than two: nobody leaves until somebody takes over', async () => {
  await restrict(ground, 'A', 'A100', [owen, helen, ruth]);
  const said = JSON.stringify(await held(owen));
  expect(said).toContain('Named on 1 restricted child who would be left with fewer than two');
  expect(said).toContain('Helen Marsh, Ruth Adeyemi');
  expect(said).not.toContain('A100');
  // Not nobody, not who may not restrict, not the administrator, not who is named already.
  for (const to of [undefined, ruth, joan, owen, helen]) {
    const ending = ends(owen, to);
    await expect(ending).rejects.toMatchObject({
      code: 'successor-needed',
      remedy: 'Choose one of Daniel Osei.',
    });
    await expect(ending).rejects.not.toThrow('A100');
  }
  expect([await namedOn('A100'), await leftOf(owen)]).toEqual([
    ['Helen Marsh', 'Owen Blackwood', 'Ruth Adeyemi'],
    [[null]],
  ]);
  await ends(owen, daniel);
  expect(await namedOn('A100')).toEqual(['Daniel Osei', 'Helen Marsh', 'Ruth Adeyemi']);
});

test('whoever takes over is named only where somebody must be', async () => {
  await restrict(ground, 'A', 'A100', [owen, helen]);
  const manager = await addPerson(ground, 'A', 'Amina Yusuf', 'Social work team manager');
  await restrict(ground, 'A', 'A200', [owen, helen, manager]);
  await ends(owen, daniel);
  expect(await namedOn('A100')).toEqual(['Daniel Osei', 'Helen Marsh']);
  expect(await namedOn('A200')).toEqual(['Amina Yusuf', 'Helen Marsh']);
});

test('nobody who has left is named afterwards', async () => {
  await restrict(ground, 'A', 'A100', [owen, helen]);
  await ends(daniel);
  const naming = inside((tx) =>
    nameReaders(tx, 'A100', [owen.personId, helen.personId, daniel.personId], {
      personId: owen.personId,
      now: NOW,
    }),
  );
  await expect(naming).rejects.toMatchObject({ code: 'reader-sees-no-child' });
});

test('what they opened for an hour is shut, and does not open again', async () => {
  await restrict(ground, 'A', 'A100', [owen, helen]);
  const before = new Date(NOW.getTime() - 600_000);
  await inside((tx) =>
    openRestrictedChild(tx, 'A100', 'a call at night', { personId: ruth.personId, now: before }),
  );
  await ends(ruth);
  expect(
    await inside((tx) =>
      tx.rows('select shut_at from restriction_opening where authority_id = $1', ['A']),
    ),
  ).toEqual([[NOW]]);
});

test('findings that they are to mend are handed over, with why; decisions of others stay', async () => {
  const decided = [
    ['k1', 1, 'Mei Tanaka', 'to-be-mended', 'Ask the provider.', 'Owen Blackwood', '2021-07-01'],
    ['k2', 1, 'Mei Tanaka', 'to-be-mended', 'Ask.', 'Owen Blackwood', '2021-07-01'],
    ['k2', 2, 'Mei Tanaka', 'accepted', 'Right as it is.', null, null],
    ['k3', 1, 'Mei Tanaka', 'to-be-mended', 'Ask.', 'Placements team', '2021-07-01'],
    // Typed by hand since people stand by id: somebody outside who has the name.
    ['k4', 1, 'Mei Tanaka', 'to-be-mended', 'Ask.', 'Owen Blackwood', '2021-07-01'],
  ].map((row, at) => [
    ...row,
    at < 2 ? owen.personId : null,
    1,
    'a-rule',
    null,
    'episodes',
    2022,
    'something',
  ]);
  const columns = [
    ...['subject_key', 'decision_number', 'decided_by', 'verdict', 'reason', 'mender', 'mend_by'],
    'mender_id',
    ...['alike', 'rule', 'child_id', 'kind', 'return_year', 'message'],
  ];
  await inside((tx) => tx.insertMany('finding_decision', columns, decided));
  expect((await held(owen)).map(({ what }) => what)).toEqual(['Named to mend 1 finding']);
  await expect(ends(owen)).rejects.toMatchObject({ code: 'successor-needed' });
  await ends(owen, helen);
  const rows = await inside((tx) =>
    tx.rows(
      `select subject_key, decision_number, decided_by, mender, reason, mend_by::text, mender_id::text
       from finding_decision where authority_id = $1 and decision_number > 1 order by 1`,
      ['A'],
    ),
  );
  expect(rows).toEqual([
    [
      ...['k1', 2, 'Joan Blake', 'Helen Marsh'],
      ...['Ask the provider. Handed over from Owen Blackwood.', '2021-07-01', helen.personId],
    ],
    ['k2', 2, 'Mei Tanaka', null, 'Right as it is.', null, null],
  ]);
});

test('imports that they asked for go on', async () => {
  await inside((tx) =>
    tx.insertMany(
      'import',
      ['import_id', 'requested_at', 'requested_by', 'person_id', 'reason', 'origin', 'status'],
      [
        ['one', NOW, 'Ruth Adeyemi', ruth.personId, 'weekly', 'upload', 'queued'],
        ['two', NOW, 'Ruth Adeyemi', owen.personId, 'by a namesake', 'upload', 'queued'],
      ],
    ),
  );
  expect(await held(ruth)).toEqual([
    {
      what: 'Asked for 1 import that has not ended',
      becomes: 'They go on, and anybody who may import can cancel them.',
    },
  ]);
  await ends(ruth);
  const [row] = await inside((tx) =>
    tx.rows(`select status, requested_by from import where authority_id = $1 and import_id = $2`, [
      'A',
      'one',
    ]),
  );
  expect(row).toEqual(['queued', 'Ruth Adeyemi']);
});
