import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** What tells one process from every other, one that later gets the same number included. */
export interface RunningProcess {
  readonly host: string;
  readonly pid: number;
  /** The start of the machine and of the process, where the system tells (Linux); else empty. */
  readonly started: string;
}

/** Field 22 of /proc/<pid>/stat is the start in ticks since boot, field 3 the state; the name before them may hold spaces. */
async function startOf(pid: number): Promise<{ started: string; ended: boolean } | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { started: `${boot.trim()}/${fields[19]}`, ended: /[ZX]/.test(fields[0] ?? '') };
  } catch {
    return undefined; // no such process, or a system without /proc
  }
}

/** This process. */
export async function thisProcess(): Promise<RunningProcess> {
  const start = await startOf(process.pid);
  return { host: hostname(), pid: process.pid, started: start?.started ?? '' };
}

function answersToSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Anything but "no such process" (a process of another user, say) means that it runs.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * Whether the process still runs. One on another machine cannot be asked and counts as running.
 */
export async function isRunning(other: RunningProcess): Promise<boolean> {
  if (other.host !== hostname()) return true;
  if (!answersToSignal(other.pid)) return false;
  const now = await startOf(other.pid);
  if (now === undefined || other.started === '') return true;
  return !now.ended && now.started === other.started;
}
