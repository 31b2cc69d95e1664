import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Migration } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import { keyOf, once } from './once.ts';
import { rewinding } from './rewound-database.ts';

/**
 * A copy starts three times as fast with few shared buffers, which are cleared one by one before the
 * first statement; no test's database is large.
 */
const FEW_BUFFERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'];

/** The folder of a database as an archive. A Blob of Node would put its pieces together anew for every copy. */
class Archive extends Blob {
  readonly #bytes: ArrayBuffer;
  constructor(bytes: ArrayBuffer) {
    super();
    this.#bytes = bytes;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes);
  }
}

const DATABASE = fileURLToPath(new URL('../../src/platform/database', import.meta.url));
const LOCK = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const CACHE = fileURLToPath(new URL('../../.cache/databases', import.meta.url));
const A_DAY = 86_400_000;

/** Where the archive stands that these migrations, this program and these versions of libraries make. */
function archiveOf(migrations: readonly Migration[]): string {
  const made = createHash('sha256').update(JSON.stringify([FEW_BUFFERS, migrations]));
  const programs = readdirSync(DATABASE).sort();
  for (const file of [LOCK, ...programs.map((name) => join(DATABASE, name))])
    made.update(readFileSync(file));
  return join(CACHE, `${made.digest('hex')}.tar`);
}

/** Keeps the archive for other processes and later runs, and lets go of those that none has used for a day. */
function keep(archive: string, bytes: ArrayBuffer): void {
  mkdirSync(CACHE, { recursive: true });
  for (const file of readdirSync(CACHE).map((name) => join(CACHE, name))) {
    const used = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (used < Date.now() - A_DAY) rmSync(file, { force: true });
  }
  const whole = `${archive}.${process.pid}`;
  writeFileSync(whole, Buffer.from(bytes));
  renameSync(whole, archive);
}

function embeddedTemplate(migrations: readonly Migration[]): Promise<Archive> {
  return once('embedded', migrations, async () => {
    const archive = archiveOf(migrations);
    if (existsSync(archive)) {
      utimesSync(archive, new Date(), new Date());
      return new Archive(new Uint8Array(readFileSync(archive)).buffer);
    }
    const database = await PGlite.create({ startParams: FEW_BUFFERS });
    await groundOn(
      embeddedEngine(database, async () => undefined),
      migrations,
    );
    const folder = await database.dumpDataDir('none');
    await database.close();
    const bytes = await folder.arrayBuffer();
    keep(archive, bytes);
    return new Archive(bytes);
  });
}

/** A database that can be set back to what its migrations left. */
interface Kept {
  readonly database: PGlite;
  readonly rewind: () => Promise<boolean>;
}

/** Those that nobody has now, by the migrations that they went through. */
const resting = new Map<string, Kept[]>();

/** More than this many at once hardly a test wants; each holds some 150 MB. */
const MOST_RESTING = 2;

async function another(migrations: readonly Migration[]): Promise<Kept> {
  const loadDataDir = await embeddedTemplate(migrations);
  const database = await PGlite.create({ loadDataDir, startParams: FEW_BUFFERS });
  return { database, rewind: await rewinding(database) };
}

/** The database until it is closed; whoever asks it after that is told so, though somebody else has it by then. */
function lent(database: PGlite, giveBack: () => Promise<void>): PGlite {
  let closed = false;
  const refuse = () => Promise.reject(new Error('PGlite is closed'));
  async function close() {
    if (closed) return refuse();
    closed = true;
    await database.transaction(async () => undefined); // After those that have begun.
    await giveBack();
  }
  return new Proxy(database, {
    get(target, name) {
      if (name === 'close') return close;
      if (name === 'closed') return closed;
      const value = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return closed ? refuse : value.bind(target);
    },
  });
}

/**
 * A new embedded database in memory that has been migrated already: one that another test has closed,
 * set back, or else a copy.
 */
export async function newEmbeddedDatabase(migrations: readonly Migration[]): Promise<PGlite> {
  const key = keyOf(migrations);
  const rested = resting.get(key) ?? [];
  resting.set(key, rested);
  const kept = rested.pop() ?? (await another(migrations));
  return lent(kept.database, async () => {
    const again = rested.length < MOST_RESTING && (await kept.rewind());
    if (again) rested.push(kept);
    else await kept.database.close();
  });
}

/**
 * Puts an embedded database that has been migrated already into a data folder that has none: what
 * only uses a folder need not wait for one to be made from nothing.
 */
export async function fillDataFolder(
  dataFolder: string,
  migrations: readonly Migration[],
): Promise<void> {
  const archive = Buffer.from(await (await embeddedTemplate(migrations)).arrayBuffer());
  const database = join(dataFolder, 'database');
  await mkdir(database, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-xf', '-', '-C', database], { input: archive });
  if (status !== 0) throw new Error(`tar could not unpack the database: ${stderr}`);
}
