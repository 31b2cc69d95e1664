import { expect, it } from 'vitest';
import { WellplacedError } from './errors.ts';

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
