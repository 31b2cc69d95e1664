import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const browserNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome.exe',
  'msedge.exe',
];

const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The program file of a browser of the Chromium family that starts, or undefined. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  const candidates = named ? [named] : [...browserNames.flatMap(inPath), ...browserPlaces];
  // Ubuntu's chromium-browser is a script that only asks for a snap: ask each for its version.
  return candidates.find(
    (file) =>
      existsSync(file) &&
      (process.platform === 'win32' ||
        spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0),
  );
}

/** The programs of PostgreSQL that the tests start: psql runs the administrator's script. */
const serverPrograms = ['initdb', 'postgres', 'psql'];

/** The folder that holds PostgreSQL's server programs (15 or later) and psql, or undefined. */
export function findServer() {
  const candidates = [...(process.env.PATH || '').split(delimiter), ...installedServers()];
  return candidates.find((folder) => {
    if (!serverPrograms.every((name) => existsSync(join(folder, name)))) return false;
    const said = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout;
    return Number(/(\d+)/.exec(said || '')?.[1]) >= 15;
  });
}

/** Installs a package with apt-get when this user may, and says whether it did. */
export function installPackage(name) {
  const allowed = process.getuid && process.getuid() === 0 && inPath('apt-get').length > 0;
  if (!allowed) return false;
  console.error(`Installing ${name} with apt-get.`);
  const options = {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const words = ['install', '-y', '--no-install-recommends', name];
  if (spawnSync('apt-get', words, options).status === 0) return true;
  spawnSync('apt-get', ['update'], options);
  return spawnSync('apt-get', words, options).status === 0;
}

/** Debian keeps each release's server programs apart and out of PATH; newest first. */
function installedServers() {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort((one, other) => Number(other) - Number(one))
    .map((release) => join(root, release, 'bin'));
}

function inPath(name) {
  return (process.env.PATH || '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((file) => existsSync(file));
}
