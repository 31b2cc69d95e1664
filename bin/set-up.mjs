import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { neverSilent } from './never-silent.mjs';
import { checkout, npm } from './npm.mjs';

export { checkout, childEnvironment } from './npm.mjs';

/**
 * Installs what package-lock.json says, if node_modules holds anything else, and builds.
 * Messages go to standard error, so that a command's own output can be piped.
 */
export async function setUp() {
  installPackages();
  const { build } = await import('./build.mjs');
  await build();
}

/** Installs what package-lock.json says, if node_modules holds anything else. */
export function installPackages() {
  if (installed()) return;
  console.error('Installing what package-lock.json says. The first time takes about a minute.');
  install();
}

/** Sets up, then runs one command of Wellplaced in this process; its answer becomes the exit code. */
export async function runCommand(words) {
  await setUp();
  await runBuilt(words);
}

/** Runs one command of what was built earlier. */
export async function runBuilt(words) {
  const ended = neverSilent(words);
  try {
    const { main } = await import('../dist/cli/main.js');
    process.exitCode = await main(words);
    ended();
  } catch (fault) {
    // 1 and 2 are answers of the import; 70 is the software's own fault, as in sysexits.h.
    console.error(fault);
    process.exitCode = 70;
    ended();
  }
}

/** True when npm's own record of node_modules names every package that the lock asks for. */
function installed() {
  const record = join(checkout, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const asked = packages(join(checkout, 'package-lock.json'));
  const found = packages(record);
  return Object.keys(asked).every(
    (path) =>
      path === '' ||
      (found[path]
        ? found[path].integrity === asked[path].integrity
        : asked[path].optional === true || asked[path].peer === true),
  );
}

function packages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function install() {
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status, error } = npm(words, { stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  console.error(
    `npm could not install what Wellplaced needs${error ? ` (${error.message})` : ''}. ` +
      'Its reason is above. Mend it (most often the network, or a full disk) and run the command again.',
  );
  process.exit(1);
}
