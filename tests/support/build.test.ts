import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ASSETS_FOLDER, assetPath } from '../../src/platform/http/assets.ts';

const styles = (): string =>
  readFileSync(`${ASSETS_FOLDER}${assetPath('wellplaced.css').slice('/assets/'.length)}`, 'utf8');

test('the styles use no typeface or mark that is licensed to gov.uk', () => {
  expect(styles()).not.toContain('GDS Transport');
  expect(styles()).not.toContain('@font-face');
});

test('what the styles name is there, but for the crest, which no page uses', () => {
  const images = [...styles().matchAll(/url\("?([^")]+)"?\)/g)].map(([, image]) => image);
  const missing = images.filter((image) => {
    const folder = assetPath('').slice('/assets/'.length);
    return !image?.startsWith('data:') && !existsSync(`${ASSETS_FOLDER}${folder}${image}`);
  });
  expect([...new Set(missing)]).toEqual(['images/govuk-crest.svg']);
});

test('a step of the build runs again only when something it reads has changed', async () => {
  const { unlessUnchanged } = await import(new URL('../../bin/build.mjs', import.meta.url).href);
  const folder = mkdtempSync(path.join(tmpdir(), 'build-'));
  const source = path.join(folder, 'source');
  mkdirSync(source);
  for (let at = 0; at < 500; at += 1) writeFileSync(path.join(source, `${at}.ts`), 'one');
  let runs = 0;
  const build = (): Promise<boolean> =>
    unlessUnchanged(path.join(folder, 'out', '.stamp'), [source], () => {
      runs += 1;
    });
  expect(await build()).toBe(true);
  const before = performance.now();
  expect(await build()).toBe(false);
  expect(performance.now() - before).toBeLessThan(300);
  writeFileSync(path.join(source, '7.ts'), 'two, longer');
  expect(await build()).toBe(true);
  rmSync(path.join(source, '7.ts'));
  expect(await build()).toBe(true);
  expect(await build()).toBe(false);
  expect(runs).toBe(3);
  rmSync(folder, { recursive: true });
});

test('a step that fails is run again', async () => {
  const { unlessUnchanged } = await import(new URL('../../bin/build.mjs', import.meta.url).href);
  const folder = mkdtempSync(path.join(tmpdir(), 'build-'));
  const step = (failing: boolean) =>
    unlessUnchanged(path.join(folder, 'out', '.stamp'), [], () => {
      if (failing) throw new Error('no');
    });
  await expect(step(true)).rejects.toThrow('no');
  expect(await step(false)).toBe(true);
  rmSync(folder, { recursive: true });
});
