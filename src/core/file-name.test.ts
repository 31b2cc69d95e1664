import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName, safePath, shownPath } from './file-name.ts';

test.each([
  ['', ''],
  ['episodes.csv', 'episodes.csv'],
  ['five returns/2021/episodes.csv', 'five returns/2021/episodes.csv'],
  ['C:\\returns\\header.csv', 'C:/returns/header.csv'],
  ['/etc/passwd', 'etc/passwd'],
  ['../../data', 'data'],
  ['.. /.\u200b./data', 'data'],
  ['..', 'unnamed'],
  ['///', 'unnamed'],
  ['\u0007\u202e', 'unnamed'],
  ['episodes\r\nSet-Cookie: x.csv', 'episodesSet-Cookie: x.csv'],
  ['bill\u202Efdp.csv', 'billfdp.csv'],
  ['a\u2066b\u2069\u200f\u061c\ufeff.csv', 'ab.csv'],
  ['half\ud800.csv', 'half.csv'],
  ['Zoe\u0308.csv', 'Zoë.csv'],
  ['<img src=x onerror=alert(1)>.csv', '<img src=x onerror=alert(1)>.csv'],
])('a name sent as %j is kept as %j', (sent, kept) => {
  expect(safePath(sent)).toBe(kept);
});

test('a name too long keeps its ending', () => {
  const name = safeName(`${'å'.repeat(400)}.csv`);
  expect([...name]).toHaveLength(120);
  expect(name).toMatch(/^å+…\.csv$/);
  expect([...safeName('x'.repeat(400))]).toHaveLength(120);
  expect(
    safePath(Array.from({ length: 500 }, (_, at) => `f${at}`).join('/')).split('/'),
  ).toHaveLength(21);
});

test('a path of this machine stays the way to it', () => {
  expect(shownPath('/data/a\u202eb/x\n.csv')).toBe('/data/ab/x.csv');
  expect(shownPath('../2021/header.csv')).toBe('../2021/header.csv');
});

test('no name leads upwards or to the root, is empty, or carries what cannot be seen', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      '/',
      '\\',
      ' ',
      '\u202e',
      '\0',
      '\u200b',
      '\ud800',
      'a',
      'b.csv',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
      const sent = pieces.join('');
      const kept = safePath(sent);
      expect(kept === '').toBe(sent === '');
      expect(kept.startsWith('/')).toBe(false);
      for (const name of kept.split('/')) expect(['.', '..']).not.toContain(name);
      expect(kept).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\]/u);
      expect(safePath(kept)).toBe(kept);
      expect(() => encodeURIComponent(kept)).not.toThrow();
    }),
    { numRuns: 2_000 },
  );
});
