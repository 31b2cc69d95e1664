import { parentPort, workerData } from 'node:worker_threads';

/** How often the guard looks, in milliseconds. */
const LOOK = 10;

const { memory, parent } = workerData as { readonly memory: number; readonly parent: number };

// A thread of its own: it sees what the reading thread, in the middle of a long step, cannot. The
// whole process ends at once when it takes too much memory, or when whoever started it is gone.
function look(): void {
  if (process.memoryUsage.rss() > memory || process.ppid !== parent) {
    process.kill(process.pid, 'SIGKILL');
  }
}

look();
setInterval(look, LOOK);
parentPort?.postMessage('looked');
