import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { isoDate } from '../../src/core/plain-date.ts';
import { readConfiguration } from '../../src/platform/configuration/configuration.ts';
import { createAuthority } from '../../src/platform/database/authorities.ts';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import { buildServer } from '../../src/platform/http/server.ts';
import type { Role } from '../../src/platform/permission/roles.ts';
import { ALL_MIGRATIONS, narrowed, PERMISSIONS, SECTIONS } from '../../src/web/whole.ts';
import { openWorkshop } from '../../src/web/workshop.ts';
import { newEmbeddedDatabase } from './databases.ts';
import { signedInAs } from './signed-in.ts';

const AN_HOUR = 3_600_000;

/** The whole service on a database of its own in memory, with one council, working on its jobs. */
export interface RunningService {
  readonly origin: string;
  readonly ground: Ground;
  /** The same service and records for a person of another role; its address. */
  asRole(role: Role): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the service for Wensbury Council (E99), whose day is 1 June 2021. */
export async function runningService(): Promise<RunningService> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wellplaced-service-'));
  const configuration = readConfiguration({ WELLPLACED_DATA: dataFolder });
  const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
  const ground = await groundOn(
    embeddedEngine(database, async () => {}),
    ALL_MIGRATIONS,
  );
  const council = { code: 'E99', name: 'Wensbury Council' };
  await createAuthority(ground, { ...council, areaCodes: ['E06000099'] }, 'a test');
  const house = {
    configuration,
    ground,
    today: () => isoDate('2021-06-01'),
    now: () => new Date(),
  };
  // Imports that a test leaves waiting must not be taken up behind its back.
  const workshop = await openWorkshop(house, async () => [council.code], AN_HOUR);
  const servers: { close(): Promise<unknown> }[] = [];

  async function listen(role: Role): Promise<string> {
    const server = await buildServer({
      council,
      gate: signedInAs(role),
      ground,
      permissions: PERMISSIONS,
      narrowed: (whole, person) => narrowed(whole, person, house.now()),
      today: house.today,
      now: house.now,
      sections: SECTIONS,
      routes: workshop.wings.routes,
      log: (entry) => {
        if (entry.level === 'error') console.error(entry);
      },
      hostNames: [],
    });
    servers.push(server);
    return server.listen({ port: 0, host: '127.0.0.1' });
  }

  return {
    origin: await listen('Data officer'),
    ground,
    asRole: listen,
    async stop() {
      for (const server of servers) await server.close();
      await workshop.stop();
      await ground.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Imports files through the upload page and waits until the import is over; gives the address of its page. */
export async function importThroughPages(
  page: Page,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  await page.goto('/imports/new');
  await page.setInputFiles(
    '#files',
    Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    })),
  );
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{12,}$/);
  await page.locator('progress').waitFor({ state: 'detached' });
  return new URL(page.url()).pathname;
}
