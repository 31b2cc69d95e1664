import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs one measurement in a process of its own, so that none warms up another, and gives what it found. */
export async function measured(script, words, environment = {}) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const piece of child.stdout) said += piece;
  const code = child.exitCode ?? (await new Promise((resolve) => child.once('close', resolve)));
  const line = said.trimEnd().split('\n').at(-1);
  if (code !== 0 || line === undefined) throw new Error(`${script} ended with ${code}`);
  return JSON.parse(line);
}

/** Says what a measurement found. */
export function found(values) {
  process.stdout.write(`${JSON.stringify(values)}\n`);
}
