import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { clauseOf } from '../../core/errors.ts';
import type { Configuration } from '../../platform/configuration/configuration.ts';
import { type Diagnosis, well } from '../../platform/wing/diagnosis.ts';

const GIGABYTE = 2 ** 30;

/** Whether so many free bytes are enough for imports, which hold their files on disk while they run. */
export function spaceDiagnosis(folder: string, freeBytes: number): Diagnosis {
  const what = `${(freeBytes / GIGABYTE).toFixed(1)} GB are free for ${folder}.`;
  const remedy = 'Free some space, or set WELLPLACED_DATA to a folder on a larger disk.';
  if (freeBytes < GIGABYTE / 5) return { state: 'wrong', what, remedy };
  return freeBytes < 2 * GIGABYTE ? { state: 'look', what, remedy } : well(what);
}

/** What the machine itself says: Node, the data folder, the disk. */
export async function lookAtMachine({ dataFolder }: Configuration): Promise<Diagnosis[]> {
  // An old Node never comes so far: every command refuses it first.
  const node = well(`Node ${process.versions.node} is supported.`);
  try {
    await mkdir(dataFolder, { recursive: true });
    await access(dataFolder, constants.R_OK | constants.W_OK);
  } catch (error) {
    const what = `The data folder ${dataFolder} cannot be written: ${clauseOf(error)}.`;
    const remedy = 'Give the user of the service the folder, or set WELLPLACED_DATA to another.';
    return [node, { state: 'wrong', what, remedy }];
  }
  const { bavail, bsize } = await statfs(dataFolder);
  return [node, spaceDiagnosis(dataFolder, bavail * bsize)];
}
