import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout, wherever the command was typed. */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/** The environment for child processes: `node` is the Node that runs this, whatever else is in PATH. */
export const childEnvironment = {
  ...process.env,
  PATH: dirname(process.execPath) + delimiter + (process.env.PATH || ''),
};

/** Runs npm in the checkout: the very npm that runs this, where one does; run by hand, the one in PATH. */
export function npm(words, options = {}) {
  const own = process.env.npm_execpath;
  const [program, args] = own?.endsWith('.js')
    ? [process.execPath, [own, ...words]]
    : ['npm', words];
  return spawnSync(program, args, {
    cwd: checkout,
    env: childEnvironment,
    shell: program === 'npm' && process.platform === 'win32',
    ...options,
  });
}
