import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { clauseOf, WellplacedError } from '../../core/errors.ts';
import { embeddedEngine } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import { lockFolder } from './folder-lock.ts';

function unusable(dataFolder: string, error: unknown): WellplacedError {
  return new WellplacedError(
    'data-folder-unusable',
    `The embedded database in ${dataFolder} could not be opened: ${clauseOf(error)}.`,
    'Check that the folder can be written, the disk is not full, and the database in it was made by this version of Wellplaced; or set WELLPLACED_DATA to another folder.',
    { cause: error },
  );
}

/** Makes it and ends, at the latest when the input from the process that asked for it does. */
const MAKE = `process.stdin.on('end', () => process.exit(1)).resume();
require(process.argv[1]).PGlite.create(process.argv[2])
  .then((made) => made.close()).then(() => process.exit());`;

/** What the process said that went wrong, for whoever runs the service. */
function saidBy(error: unknown): Error {
  const { stderr = '' } = error as { readonly stderr?: string };
  const [, said] = /^\w*Error: (.+)$/m.exec(stderr) ?? [];
  return new Error(said ?? 'the process that was to make it ended', { cause: error });
}

/**
 * Makes an empty database in a process of its own: making one takes 500 MB, which the process that
 * serves would never give back.
 */
async function makeDatabase(folder: string): Promise<void> {
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  await promisify(execFile)(process.execPath, ['-e', MAKE, pglite, folder], { env: {} }).catch(
    (error: unknown) => {
      throw saidBy(error);
    },
  );
}

/**
 * Pages kept in memory beside the system's own cache of files: at 128 MB, as a new database is set,
 * a process held 100 MB more from its start on, and was no faster.
 */
const SHARED_BUFFERS = ['-c', 'shared_buffers=32MB'];

/**
 * A new database is made under another name, so that one whose making was cut short is never taken for
 * whole; and under a name of its own there, so that a making which outlives its process for a moment
 * disturbs no other. What that one still writes is removed once it has ended.
 */
async function openFolder(dataFolder: string): Promise<PGlite> {
  const folder = join(dataFolder, 'database');
  if (!existsSync(folder)) {
    const unfinished = join(dataFolder, 'database.unfinished');
    await rm(unfinished, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    const made = join(unfinished, randomUUID());
    await mkdir(made, { recursive: true });
    await makeDatabase(made);
    await rename(made, folder);
    await rm(unfinished, { recursive: true, force: true });
  }
  const startParams = [...PGlite.defaultStartParams, ...SHARED_BUFFERS];
  return await PGlite.create(folder, { startParams });
}

/**
 * Opens (or creates) the embedded database of a data folder, under the folder's lock.
 * Throws `embedded-folder-in-use` or `data-folder-unusable`.
 */
export async function openEmbedded(dataFolder: string): Promise<Engine> {
  let release = async () => {};
  try {
    await mkdir(dataFolder, { recursive: true });
    release = await lockFolder(dataFolder);
    return embeddedEngine(await openFolder(dataFolder), release);
  } catch (error) {
    await release();
    throw error instanceof WellplacedError ? error : unusable(dataFolder, error);
  }
}
