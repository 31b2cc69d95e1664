import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { recorded } from './recorded.ts';

/** A process of its own that runs a program of this repository. */
export interface Child {
  readonly pid: number;
  /**
   * The next line it prints. Rejects with all that it wrote when it ends first, or lives on in
   * silence for longer than a test would wait.
   */
  line(): Promise<string>;
  /** Ends it at once, as a power cut would end it. Resolves when it is gone. */
  kill(): Promise<void>;
  ended: Promise<number | null>;
}

const SILENCE_MILLISECONDS = 100_000;

const runner = fileURLToPath(new URL('run-typescript.mjs', import.meta.url));

/** Starts the TypeScript module (a path from the repository's root) in a process of its own. */
export function startChild(
  module: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Child {
  return startProgram(runner, [module, ...args], environment);
}

/** Starts the program (a path from the repository's root), which Node runs as it is, in a process of its own. */
export function startProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Child {
  const child: ChildProcess = spawn(process.execPath, [program, ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ...recorded, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  if (child.stdout === null || child.pid === undefined) throw new Error(`${program} did not start`);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const said: string[] = [];
  const wrote = () => `it printed:\n${said.join('\n')}\nand to standard error:\n${errors}`;
  return {
    pid: child.pid,
    ended,
    async line() {
      let timer: NodeJS.Timeout | undefined;
      const silent = new Promise<never>((_, reject) => {
        const running = `${program} ${args.join(' ')} runs and says nothing`;
        timer = setTimeout(() => reject(new Error(`${running}; ${wrote()}`)), SILENCE_MILLISECONDS);
      });
      const next = await Promise.race([lines.next(), silent]).finally(() => clearTimeout(timer));
      if (next.done) {
        await ended;
        throw new Error(`${program} ended; ${wrote()}`);
      }
      said.push(next.value);
      return next.value;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
