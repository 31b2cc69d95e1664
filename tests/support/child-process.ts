import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of its own that runs a TypeScript module of this repository. */
export interface Child {
  readonly pid: number;
  /** The next line it prints; rejects with what it wrote to standard error when it ends first. */
  line(): Promise<string>;
  /** Ends it at once, as a power cut would end it. Resolves when it is gone. */
  kill(): Promise<void>;
  ended: Promise<number | null>;
}

/** Starts the module (a path from the repository's root) in a process of its own. */
export function startChild(
  module: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const runner = fileURLToPath(new URL('run-typescript.mjs', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [runner, module, ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  if (child.stdout === null || child.pid === undefined) throw new Error(`${module} did not start`);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    pid: child.pid,
    ended,
    async line() {
      const next = await lines.next();
      if (!next.done) return next.value;
      await ended;
      throw new Error(`${module} ended: ${errors}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
