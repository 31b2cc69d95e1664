import { parentPort, workerData } from 'node:worker_threads';

/** How often the guard looks, in milliseconds. */
const LOOK = 10;

const { memory, parent, held } = workerData as {
  readonly memory: number;
  readonly parent: number;
  /** Where it is noted how much the process holds, in kilobytes: to ask the system takes as long as to read a small file. */
  readonly held: Int32Array;
};

// A thread of its own: it sees what the reading thread, in the middle of a long step, cannot. The
// whole process ends at once when it takes too much memory, or when whoever started it is gone.
function look(): void {
  const bytes = process.memoryUsage.rss();
  Atomics.store(held, 0, Math.floor(bytes / 1024));
  if (bytes > memory || process.ppid !== parent) {
    process.kill(process.pid, 'SIGKILL');
  }
}

look();
setInterval(look, LOOK);
parentPort?.postMessage('looked');
