import { expect, it, test } from 'vitest';
import { clauseOf, WellplacedError } from './errors.ts';

it('says what was wrong, what to do, and what caused it', () => {
  const cause = new Error('locked');
  const error = new WellplacedError('folder-in-use', 'The folder is in use.', 'Stop the other.', {
    cause,
  });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: 'WellplacedError',
    code: 'folder-in-use',
    message: 'The folder is in use.',
    remedy: 'Stop the other.',
    cause,
  });
});

test.each([
  [new Error('1:31: undefined entity.'), '1:31: undefined entity'],
  [new Error('EACCES: permission denied, open'), 'EACCES: permission denied, open'],
  [new Error('it broke.\n'), 'it broke'],
  ['in words...', 'in words'],
])('%s stands in a sentence as %j', (error, clause) => expect(clauseOf(error)).toBe(clause));
