import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  BETA,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import type { CouncilTransaction, Ground } from './ground.ts';
import { Remembered } from './remembered.ts';

const things = (count: number) => Array.from({ length: count }, (_, at) => at);
const settled = () => new Promise(setImmediate);

describe('what is remembered', () => {
  function counting(memory: Remembered) {
    let worked = 0;
    return async (authority: string, what: string, count = 1, version = '1') => {
      const before = worked;
      await memory.of(authority, { what, version }, async () => {
        worked += 1;
        return things(count);
      });
      await settled();
      return worked > before ? 'worked out' : 'remembered';
    };
  }

  test('is worked out once for all who ask, in one version of one council', async () => {
    const ask = counting(new Remembered());
    expect(await Promise.all([ask('A', 'list'), ask('A', 'list')])).toContain('worked out');
    expect(await ask('A', 'list')).toBe('remembered');
    expect(await ask('A', 'another list')).toBe('worked out');
    expect(await ask('B', 'list')).toBe('worked out');
    expect(await ask('A', 'list', 1, '2')).toBe('worked out');
    expect(await ask('A', 'list', 1, '1')).toBe('worked out');
  });

  test('who asks while it is worked out waits for the same', async () => {
    const memory = new Remembered();
    let worked = 0;
    const work = async () => {
      await settled();
      worked += 1;
      return things(1);
    };
    const asked = ['one', 'other'].map(() => memory.of('A', { what: 'list', version: '1' }, work));
    const [one, other] = await Promise.all(asked);
    expect([one === other, worked]).toEqual([true, 1]);
  });

  test('is bounded by how much it is, and no council pushes out another’s', async () => {
    const memory = new Remembered(10);
    const ask = counting(memory);
    await ask('B', 'theirs', 3);
    for (const what of ['one', 'two', 'three']) await ask('A', what, 4);
    expect([memory.heldBy('A'), memory.heldBy('B')]).toEqual([4, 3]);
    expect(await ask('B', 'theirs', 3)).toBe('remembered');
    expect(await ask('A', 'three', 4)).toBe('remembered');
    await ask('A', 'more than all may be', 11);
    expect([memory.heldBy('A'), memory.heldBy('B')]).toEqual([0, 3]);
  });

  test('is forgotten when it cannot be worked out', async () => {
    const memory = new Remembered();
    const asked = memory.of('A', { what: 'list', version: '1' }, async () => {
      throw new Error('the disk is full');
    });
    await expect(asked).rejects.toThrow('the disk is full');
    expect(memory.heldBy('A')).toBe(0);
    expect(await counting(memory)('A', 'list')).toBe('worked out');
  });
});

describeOnBothDatabases('what a ground remembers', exampleMigrations, (open) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await withTwoCouncils(open);
  });

  const listed = (tx: CouncilTransaction<unknown>) =>
    tx.remembered({ what: 'list', version: '1' }, async () => [{}]);

  test('is the same for every reading of a council, however it begins', async () => {
    const one = await ground.read(ALPHA.authority, listed);
    expect(await ground.beginningWith('select 1', []).read(ALPHA.authority, listed)).toBe(one);
    expect(await ground.read(BETA.authority, listed)).not.toBe(one);
  });

  test('is found anew where rows may be changed', async () => {
    const one = await ground.read(ALPHA.authority, listed);
    expect(await ground.transaction(ALPHA, listed)).not.toBe(one);
    expect(await ground.read(ALPHA.authority, listed)).toBe(one);
  });
});
