import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { isoDate } from '../../src/core/plain-date.ts';
import { createAuthority } from '../../src/platform/database/authorities.ts';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import type { Person } from '../../src/platform/http/route.ts';
import { buildServer } from '../../src/platform/http/server.ts';
import {
  addDemonstrationPeople,
  demonstrationPeople,
} from '../../src/platform/identity/demonstration/door.ts';
import { type Role, withinScopes } from '../../src/platform/permission/roles.ts';
import { generateCouncil } from '../../src/records/demonstration/generate-council.ts';
import { fillWeekOfPeople } from '../../src/records/demonstration/week-of-people.ts';
import { writeCouncil } from '../../src/records/demonstration/write-council.ts';
import { sourcesAt } from '../../src/records/intake/imports/disk-source.ts';
import { ALL_MIGRATIONS, narrowed, PERMISSIONS } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from './databases.ts';
import { importFiles } from './import-files.ts';
import { API_ROUTES, idleWings, SCOPES } from './open-wings.ts';
import { signedInAsPerson } from './signed-in.ts';

const TODAY = isoDate('2026-11-25');
/** After the hour for which a child was opened in the week of the demonstration. */
const NOW = new Date(`${TODAY}T09:00:00Z`);

/** The demonstration council with fewer children: its records, its people, and the two children whom they restricted. */
export interface DemonstrationCouncil {
  readonly ground: Ground;
  readonly code: string;
  readonly people: readonly Person[];
  /** The service for one of its people, pages and API. */
  serve(person: Person): Promise<FastifyInstance>;
}

/** Makes the council in memory. */
export async function demonstrationCouncil(children: number): Promise<DemonstrationCouncil> {
  const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
  const ground = await groundOn(
    embeddedEngine(database, async () => undefined),
    ALL_MIGRATIONS,
  );
  const made = generateCouncil({ seed: 1, children, years: 3, asOf: TODAY });
  const { code, name } = made;
  const folder = await mkdtemp(join(tmpdir(), 'wellplaced-demonstration-'));
  try {
    await writeCouncil(made, folder);
    const council = { code, name, areaCodes: [made.onsCode], demonstrationSeed: 1 };
    await createAuthority(ground, council, 'a test');
    const sources = await sourcesAt(folder);
    await importFiles(
      ground,
      code,
      sources.map((source) => ({ ...source, path: source.path.slice(folder.length + 1) })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await addDemonstrationPeople(ground, code, NOW);
  const house = { ground, today: () => TODAY, now: () => NOW };
  await fillWeekOfPeople(house, code);
  const { routes } = idleWings(house);
  return {
    ground,
    code,
    people: (await demonstrationPeople(ground, code)) as readonly Person[],
    serve(person) {
      const roles = withinScopes(person.roles as readonly Role[], SCOPES);
      const expiresAt = new Date('2099-01-01T00:00:00Z');
      const holder = { tokenId: person.personId, tokenName: 'Power BI', scopes: SCOPES, expiresAt };
      return buildServer({
        council: { code, name },
        permissions: PERMISSIONS,
        gate: signedInAsPerson(person),
        ground,
        narrowed: (whole, who) => narrowed(whole, who, NOW),
        today: () => TODAY,
        now: () => new Date(),
        sections: [],
        routes,
        tokenGate: {
          holderOf: async () => ({ ...holder, person: { ...person, roles } }),
          rests: async () => false,
        },
        api: API_ROUTES,
        log: () => undefined,
      });
    },
  };
}
