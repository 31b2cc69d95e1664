import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { recorded } from './recorded.ts';

/** The variables that say what Wellplaced is to do. */
const OURS = /^(WELLPLACED_|DATABASE_URL$|HOST$|PORT$)/;

/** What a command answered. */
export interface Answer {
  readonly code: number | null;
  /** Standard output, as it came. */
  readonly content: Buffer;
  readonly out: string;
  readonly err: string;
}

/** Runs `wellplaced` as a person does, in a process of its own, with these words and no variables but those given and the system's. */
export function wellplaced(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Answer> {
  const own = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const child = spawn(process.execPath, ['bin/wellplaced.mjs', ...words], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...Object.fromEntries(own), ...recorded, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (piece) => out.push(piece));
  child.stderr.on('data', (piece) => err.push(piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const content = Buffer.concat(out);
      resolve({ code, content, out: content.toString(), err: Buffer.concat(err).toString() });
    });
  });
}

/** The same in the process of the test: for what a command does, once others show that it does so as a program. */
export async function wellplacedHere(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Answer> {
  const set = Object.keys(process.env).filter((name) => OURS.test(name));
  for (const name of set) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const [out, err] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([buffer(out), text(err)]);
  try {
    const code = await main(words, { out, err });
    out.end();
    err.end();
    const [content, errors] = await written;
    return { code, content, out: content.toString(), err: errors };
  } finally {
    vi.unstubAllEnvs();
  }
}
