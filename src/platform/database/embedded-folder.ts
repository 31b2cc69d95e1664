import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
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

/** A new database is made under another name, so that one whose making was cut short is never taken for whole. */
async function openFolder(dataFolder: string): Promise<PGlite> {
  const folder = join(dataFolder, 'database');
  if (!existsSync(folder)) {
    const unfinished = join(dataFolder, 'database.unfinished');
    await rm(unfinished, { recursive: true, force: true });
    await (await PGlite.create(unfinished)).close();
    await rename(unfinished, folder);
  }
  return await PGlite.create(folder);
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
