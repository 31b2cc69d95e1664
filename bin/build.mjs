// Builds dist/: the program by the TypeScript compiler, the styles by sass, the scripts and images of
// the two design systems. Does nothing when nothing it reads has changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');
const modules = path.join(root, 'node_modules');

/** Every file under a folder, or the file itself. */
function filesUnder(place) {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** A fingerprint of names, sizes and times: cheap enough to take at every start. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Runs the step unless the stamp says that it was last run on these very files; true when it ran. */
export async function unlessUnchanged(stamp, places, step) {
  const now = fingerprint(places.flatMap(filesUnder));
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now) return false;
  await step();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, now);
  return true;
}

/** The migrations, which the program reads as they stand. */
function copyMigrations() {
  const source = path.join(root, 'src');
  for (const file of filesUnder(source).filter((file) => file.endsWith('.sql'))) {
    const output = path.join(dist, path.relative(source, file));
    fs.mkdirSync(path.dirname(output), { recursive: true });
    fs.copyFileSync(file, output);
  }
}

/** Compiles src/ to dist/ and removes what a source that is gone has left there. */
function compileProgram(options = []) {
  const compiler = path.join(modules, 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', ...options], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0) {
    console.error('The program does not compile; the lines above say where.');
    process.exit(run.status ?? 1);
  }
  for (const output of filesUnder(dist).filter((file) => /\.(js(\.map)?|sql)$/.test(file))) {
    const relative = path.relative(dist, output);
    if (relative.startsWith('assets')) continue;
    const source = path.join(root, 'src', relative.replace(/\.js(\.map)?$/, ''));
    if (!['', '.ts', '.tsx'].some((end) => fs.existsSync(`${source}${end}`))) fs.rmSync(output);
  }
  copyMigrations();
}

/** The assets by the name they are served under. */
async function gatherAssets() {
  const sass = await import('sass');
  const styles = await sass.compileAsync(path.join(root, 'src/web/styles/wellplaced.scss'), {
    loadPaths: [modules, root],
    style: 'compressed',
    quietDeps: true,
  });
  const assets = new Map([['wellplaced.css', Buffer.from(styles.css)]]);
  const images = path.join(modules, '@ministryofjustice/frontend/moj/assets');
  for (const [, image] of styles.css.matchAll(/url\("?(images\/[\w./-]+)"?\)/g)) {
    // The crest is a gov.uk mark; the rule that names it is for a footer that we do not use.
    if (image.includes('crest')) continue;
    assets.set(image, fs.readFileSync(path.join(images, image)));
  }
  for (const file of filesUnder(path.join(root, 'src/web/scripts'))) {
    assets.set(path.basename(file), fs.readFileSync(file));
  }
  for (const file of filesUnder(path.join(root, 'src/web/images'))) {
    assets.set(`images/${path.basename(file)}`, fs.readFileSync(file));
  }
  const script = path.join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js');
  assets.set(
    'govuk-frontend.min.js',
    Buffer.from(fs.readFileSync(script, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')),
  );
  return assets;
}

/**
 * Writes the assets to a folder named by their content, so that browsers may keep them for ever and
 * a file may name another beside it, and says in assets/version which folder that is.
 */
async function buildAssets() {
  const assets = await gatherAssets();
  const hash = createHash('sha256');
  for (const [name, content] of assets) hash.update(name).update(content);
  const version = hash.digest('hex').slice(0, 12);
  const folder = path.join(dist, 'assets');
  for (const [name, content] of assets) {
    const file = path.join(folder, version, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  fs.writeFileSync(path.join(folder, 'version'), version);
  for (const old of fs.readdirSync(folder)) {
    if (old === version || old === 'version') continue;
    fs.rmSync(path.join(folder, old), { recursive: true });
  }
}

/** Compiles the program without asking whether its types agree: for what writes types that it stands on. */
export function compileUnchecked() {
  fs.rmSync(path.join(dist, '.program-stamp'), { force: true });
  compileProgram(['--noCheck', '--incremental', 'false', '--tsBuildInfoFile', 'null']);
}

/** Builds what has changed; true when anything was built. */
export async function build() {
  const dependencies = path.join(root, 'package-lock.json');
  const thisFile = fileURLToPath(import.meta.url);
  const under = (...names) => names.map((name) => path.join(root, name));
  const sources = [
    ...under('tsconfig.json', 'tsconfig.build.json'),
    ...filesUnder(path.join(root, 'src')).filter(
      (file) => /\.(tsx?|sql)$/.test(file) && !/\.test\.tsx?$/.test(file),
    ),
  ];
  const appearance = under('src/web/styles', 'src/web/scripts', 'src/web/images');
  const assets = await unlessUnchanged(
    path.join(dist, '.assets-stamp'),
    [dependencies, thisFile, ...appearance],
    buildAssets,
  );
  const program = await unlessUnchanged(
    path.join(dist, '.program-stamp'),
    [dependencies, thisFile, ...sources],
    compileProgram,
  );
  return program || assets;
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  await build();
}
