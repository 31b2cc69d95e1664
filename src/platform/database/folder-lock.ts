import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WellplacedError } from '../../core/errors.ts';
import { isRunning, type RunningProcess, thisProcess } from './running-process.ts';

/** What a lock file says about the process that wrote it. */
interface Claim extends RunningProcess {
  readonly command: string;
  readonly since: string;
}

const CLAIM = '.claim';
const HELD = '.held';
const TRIES = 200;

/** A claim is complete as soon as it can be seen; one that is not was cut short by a loss of power, and its process with it. */
function claimIn(text: string): Claim | undefined {
  try {
    return JSON.parse(text) as Claim;
  } catch {
    return undefined;
  }
}

/** The claims of processes that still run; those of processes that ended are removed. */
async function livingClaims(folder: string, own: string): Promise<Map<string, Claim>> {
  const living = new Map<string, Claim>();
  for (const file of await readdir(folder)) {
    const name = file.slice(0, -CLAIM.length);
    if (!file.endsWith(CLAIM) || name === own) continue;
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (text === undefined) continue; // given up since the folder was read
    const claim = claimIn(text);
    if (claim !== undefined && (await isRunning(claim))) living.set(name, claim);
    else await withdraw(folder, name);
  }
  return living;
}

async function withdraw(folder: string, name: string): Promise<void> {
  await rm(join(folder, name + HELD), { force: true });
  await rm(join(folder, name + CLAIM), { force: true });
}

function inUse(dataFolder: string, folder: string, holder: Claim): WellplacedError {
  const where = holder.pid === process.pid ? 'this process itself' : `process ${holder.pid}`;
  return new WellplacedError(
    'embedded-folder-in-use',
    `The data folder ${dataFolder} is in use by ${where} on ${holder.host} (${holder.command}), since ${holder.since}.`,
    `Stop that process, or set WELLPLACED_DATA to another folder or DATABASE_URL to a server. If it runs no more, remove ${folder}.`,
  );
}

/**
 * Takes the lock of a data folder, or throws a WellplacedError `embedded-folder-in-use` that names the holder.
 * The lock of a process that was killed is free. The function returned gives the lock back.
 *
 * Everyone first puts down a claim, complete from the moment it can be seen, and only then looks at
 * all the others: of two processes, the one whose claim came later sees the earlier. So two can never
 * both find themselves alone, and there is no moment at which a dead holder's lock has to be taken
 * away. Two that claim at the same moment may both see the other: both withdraw and try again.
 */
export async function lockFolder(dataFolder: string): Promise<() => Promise<void>> {
  const folder = join(dataFolder, 'lock');
  await mkdir(folder, { recursive: true });
  const claim: Claim = {
    ...(await thisProcess()),
    command: process.argv.join(' '),
    since: new Date().toISOString(),
  };
  let rival: Claim | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const own = randomUUID();
    await writeFile(join(folder, `${own}.draft`), JSON.stringify(claim));
    await rename(join(folder, `${own}.draft`), join(folder, own + CLAIM));
    const others = await livingClaims(folder, own);
    if (others.size === 0) {
      await writeFile(join(folder, own + HELD), '');
      return () => withdraw(folder, own);
    }
    await withdraw(folder, own);
    const files = new Set(await readdir(folder));
    const holder = [...others].find(([name]) => files.has(name + HELD));
    if (holder !== undefined) throw inUse(dataFolder, folder, holder[1]);
    rival = [...others.values()][0];
    await delay(5 + Math.random() * 45);
  }
  throw rival === undefined ? new Error('unreachable') : inUse(dataFolder, folder, rival);
}
