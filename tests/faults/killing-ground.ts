import { appendFile, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isoDate } from '../../src/core/plain-date.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { openGround } from '../../src/platform/database/open-ground.ts';
import { generateCouncil } from '../../src/records/demonstration/generate-council.ts';
import { writeCouncil } from '../../src/records/demonstration/write-council.ts';
import { sourcesAt } from '../../src/records/intake/imports/disk-source.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newServerDatabase } from '../support/databases.ts';
import { addCouncil, importFiles } from '../support/import-files.ts';
import { throwAwayServer } from '../support/postgres.ts';

/** A database in which imports are killed. It begins, and begins again, with one earlier return in it. */
export interface KillingGround {
  /** What points the program at the database. */
  readonly environment: Readonly<Record<string, string>>;
  open(): Promise<Ground>;
  /** Puts the database back to where it began. */
  restore(): Promise<void>;
}

/** Rows that are refused, and rows that are kept with a finding. */
const DIRT: Readonly<Record<string, string>> = {
  'ssda903/2027/reviews.csv': '4711,01/02/2012,31/02/2026,PN1\n4711,01/02/2012,01/06/2026,PN9\n',
  'finance/budgets.csv': '2026-27,99999,9999,No amount,,equal\n',
};

/** Writes two returns, costs, payments and places of an invented council, some rows of them bad. */
export async function writeFiles(folder: string): Promise<void> {
  const plan = { seed: 7, children: 150, years: 2, asOf: isoDate('2026-11-22') };
  await writeCouncil(generateCouncil(plan), folder);
  for (const [file, rows] of Object.entries(DIRT)) await appendFile(join(folder, file), rows);
}

/** What was imported, whole, before: the first return and some of the money. */
async function importBefore(ground: Ground, files: string): Promise<void> {
  await addCouncil(ground, 'A', ['E10999901']);
  const before = ['ssda903/2026', 'finance/budgets.csv', 'finance/placement_costs.csv'];
  const sources = await Promise.all(before.map((path) => sourcesAt(join(files, path))));
  await importFiles(ground, 'A', sources.flat());
}

/** On the embedded database, in folders under the one given. */
export async function embeddedKillingGround(folder: string, files: string): Promise<KillingGround> {
  const [before, data] = [join(folder, 'before'), join(folder, 'data')];
  const open = (dataFolder: string) =>
    openGround({ databaseUrl: undefined, dataFolder }, ALL_MIGRATIONS);
  const ground = await open(before);
  await importBefore(ground, files);
  await ground.close();
  return {
    environment: { WELLPLACED_DATA: data, DATABASE_URL: '' },
    open: () => open(data),
    async restore() {
      await rm(data, { recursive: true, force: true });
      await cp(before, data, { recursive: true });
    },
  };
}

/** On a PostgreSQL server of the tests' own. */
export async function serverKillingGround(programs: string, files: string): Promise<KillingGround> {
  const server = await throwAwayServer(programs);
  let databaseUrl = await newServerDatabase(programs, ALL_MIGRATIONS);
  const before = new URL(databaseUrl).pathname.slice(1);
  const open = () => openGround({ databaseUrl, dataFolder: '' }, ALL_MIGRATIONS);
  const ground = await open();
  await importBefore(ground, files);
  await ground.close();
  return {
    get environment() {
      return { DATABASE_URL: databaseUrl };
    },
    open,
    async restore() {
      databaseUrl = server.addressOf(await server.newDatabase(before));
    },
  };
}
