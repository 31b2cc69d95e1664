import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { recorded } from './recorded.ts';

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
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(WELLPLACED_|DATABASE_URL$|HOST$|PORT$)/.test(name),
  );
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
