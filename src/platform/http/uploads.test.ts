import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uploadPath } from './uploads.ts';

test.each([
  ['episodes.csv', 'episodes.csv'],
  ['five returns/2021/episodes.csv', 'five returns/2021/episodes.csv'],
  ['C:\\returns\\header.csv', 'C:/returns/header.csv'],
  ['/etc/passwd', 'etc/passwd'],
  ['../../data', 'data'],
])('reads %s as %s', (name, path) => {
  expect(uploadPath(name)).toBe(path);
});

test('never leads upwards or to the root', () => {
  const part = fc.constantFrom('..', '.', '', '/', '\\', 'a', 'b.csv', '..a');
  fc.assert(
    fc.property(fc.array(part), fc.constantFrom('/', '\\'), (parts, separator) => {
      const path = uploadPath(parts.join(separator));
      expect(path.startsWith('/')).toBe(false);
      expect(path.split('/')).not.toContain('..');
    }),
  );
});
