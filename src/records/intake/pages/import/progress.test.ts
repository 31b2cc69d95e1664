import { expect, test } from 'vitest';
import type { Ground } from '../../../../platform/database/ground.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { ProgressBoard } from '../../imports/import-progress.ts';
import { findStanding } from './progress.ts';

/** A ground of councils that have no such import. */
const ground = {
  read: async () => undefined,
  transaction: async () => undefined,
} as unknown as Ground;

test('how far an import has come is told to its own council alone, though one process runs all', async () => {
  const board = new ProgressBoard(ground, () => new Date());
  const context = { desk: { board } } as unknown as PagesContext;
  const acting = { authority: 'B', actor: 'Bo Chen', reason: 'an import' };
  board.note(acting, 'i1', { stage: 'Reading 2021/A100.csv', done: 1, total: 2 });
  const asked = (code: string) => {
    const council = { code, name: '' };
    return findStanding(context, { council, read: async () => undefined as never }, 'i1');
  };
  expect(await asked('B')).toMatchObject({ words: 'Reading 2021/A100.csv: 1 of 2' });
  expect(await asked('A')).toBeUndefined();
  await board.close('A', 'i1');
  expect(await asked('B')).toMatchObject({ done: 1 });
  await board.close('B', 'i1');
  expect(await asked('B')).toBeUndefined();
});
