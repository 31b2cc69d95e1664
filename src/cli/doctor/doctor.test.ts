import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwnerOf, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil } from '../../../tests/support/import-files.ts';
import { WellplacedError } from '../../core/errors.ts';
import { readConfiguration } from '../../platform/configuration/configuration.ts';
import type { Ground } from '../../platform/database/ground.ts';
import type { DatabaseFacts } from '../../platform/database/server-facts.ts';
import { ALL_MIGRATIONS } from '../../web/whole.ts';
import { lookAtCouncils } from './councils.ts';
import { factsDiagnoses, lookAtDatabase } from './database.ts';
import { diagnosesInWords, wrongBy } from './diagnosis.ts';
import { lookAtMachine, spaceDiagnosis } from './machine.ts';

const GOOD: DatabaseFacts = {
  version: '15.14',
  versionNumber: 150_014,
  service: { role: 'service', excess: [] },
  ownerIs: undefined,
  uncounted: [],
  failedJobs: 0,
};

function notWell(kind: 'embedded' | 'server', facts: Partial<DatabaseFacts>) {
  return factsDiagnoses(kind, { ...GOOD, ...facts })
    .filter(({ state }) => state !== 'well')
    .map(({ state, what }) => `${state}: ${what}`);
}

describe('what the facts of a database mean', () => {
  test.each<[string, 'embedded' | 'server', Partial<DatabaseFacts>, readonly RegExp[]]>([
    ['nothing', 'server', {}, []],
    ['embedded', 'embedded', {}, [/^look: The database is embedded/]],
    ['old', 'server', { version: '14.9', versionNumber: 140_009 }, [/^wrong: PostgreSQL 14.9 is/]],
    [
      'powers',
      'server',
      {
        service: {
          role: 'service',
          excess: [
            { what: 'is a superuser', refused: true },
            { what: 'may create temporary tables', refused: false },
          ],
        },
      },
      [/^wrong: The role service .* is a superuser/, /^look: The role .* temporary tables/],
    ],
    ['a superuser as owner', 'server', { ownerIs: 'a superuser' }, [/^look: The owner of the/]],
    ['statistics', 'server', { uncounted: ['episode'] }, [/^look: .* nothing of episode/]],
    ['jobs', 'server', { failedJobs: 2 }, [/^look: 2 jobs have failed/]],
  ])('%s', (_name, kind, facts, expected) => {
    expect(notWell(kind, facts)).toEqual(expected.map((each) => expect.stringMatching(each)));
  });
});

test.each([
  [50 * 2 ** 30, 'well'],
  [1.5 * 2 ** 30, 'look'],
  [0.1 * 2 ** 30, 'wrong'],
])('%d free bytes are %s', (free, state) => {
  expect(spaceDiagnosis('data', free).state).toBe(state);
});

test('says what to do under what is wrong, and counts', () => {
  const error = new WellplacedError('x', 'The disk is full.', 'Free some space.');
  expect(diagnosesInWords([{ state: 'well', what: 'Fine.' }, wrongBy(error)])).toBe(
    'well   Fine.\nWRONG  The disk is full.\n       → Free some space.\n\n1 wrong, 0 to look at, 1 well\n',
  );
});

describe('the machine', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wellplaced-doctor-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is well when the data folder can be written', async () => {
    const configuration = readConfiguration({ WELLPLACED_DATA: join(folder, 'data') });
    expect((await lookAtMachine(configuration)).map(({ state }) => state)).not.toContain('wrong');
  });

  test('is wrong when the data folder is a file', async () => {
    const configuration = readConfiguration({ WELLPLACED_DATA: '/dev/null/data' });
    expect((await lookAtMachine(configuration)).at(-1)).toMatchObject({ state: 'wrong' });
  });
});

describeOnBothDatabases('a database', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await open();
    await addCouncil(ground, 'A');
  });

  const looked = async () => {
    const configuration = readConfiguration({});
    const house = { ground, configuration, now: () => new Date(), today: () => '' as never };
    return [...(await lookAtDatabase(ground)), ...(await lookAtCouncils(house))].filter(
      ({ state }) => state === 'wrong',
    );
  };

  test('that is sound has nothing wrong; one whose trail was tampered with says where', async () => {
    expect(await looked()).toEqual([]);
    await asOwnerOf(ground).execute(`alter table audit_entry no force row level security;
      update audit_entry set actor = 'Eve' where authority_id = 'A' and seq = 1`);
    expect(await looked()).toMatchObject([
      { what: expect.stringMatching(/A: the audit trail is broken. Entry 1, .* was changed/) },
    ]);
  });
});
