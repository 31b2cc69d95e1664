import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Child, startChild } from '../../../tests/support/child-process.ts';
import { lockFolder } from './folder-lock.ts';
import { thisProcess } from './running-process.ts';

const HOLD = 'tests/support/hold-folder.ts';

describe('the lock of the data folder', () => {
  let folder: string;
  let children: Child[];
  const hold = (...args: string[]) => {
    const child = startChild(HOLD, [folder, ...args]);
    children.push(child);
    return child;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wellplaced-lock-'));
    children = [];
  });
  afterEach(async () => {
    for (const child of children) await child.kill();
    await rm(folder, { recursive: true });
  });

  async function leave(claim: object | string): Promise<void> {
    await mkdir(join(folder, 'lock'), { recursive: true });
    const text = typeof claim === 'string' ? claim : JSON.stringify(claim);
    await writeFile(join(folder, 'lock', 'other.claim'), text);
    await writeFile(join(folder, 'lock', 'other.held'), '');
  }

  it('refuses a second process and names the first', async () => {
    const first = hold();
    expect(await first.line()).toBe('held');
    const refusal = await hold().line();
    expect(refusal).toContain(`is in use by process ${first.pid} on ${hostname()}`);
    expect(refusal).toContain('hold-folder.ts');
    expect(refusal).toMatch(/since \d{4}-\d\d-\d\dT/);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'embedded-folder-in-use' });
  });

  it('is free again after kill -9', async () => {
    for (let round = 0; round < 3; round++) {
      const child = hold();
      expect(await child.line()).toBe('held');
      await child.kill();
    }
    const release = await lockFolder(folder);
    await release();
    expect(await readdir(join(folder, 'lock'))).toEqual([]);
  });

  it('goes to exactly one of several that start at the same moment over a dead one', async () => {
    await leave({ ...(await thisProcess()), pid: 2 ** 22 + 1, command: 'gone', since: 'before' });
    const at = String(Date.now() + 6_000);
    const lines = await Promise.all(Array.from({ length: 5 }, () => hold(at).line()));
    expect(lines.filter((line) => line === 'held')).toHaveLength(1);
    expect(lines.filter((line) => line.includes('is in use by process'))).toHaveLength(4);
  });

  it('refuses the process that holds it already, until it is given back', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(/in use by this process itself/);
    await release();
    await (await lockFolder(folder))();
  });

  it('goes to exactly one of many callers at once', async () => {
    const taken = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
    expect(taken.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it.runIf(process.platform === 'linux')(
    'is not held by a process that got the number of the dead one',
    async () => {
      const self = await thisProcess();
      await leave({ ...self, started: `${self.started}0`, command: 'gone', since: 'before' });
      await (await lockFolder(folder))();
    },
  );

  it('is held by a process on another machine, which cannot be asked', async () => {
    await leave({ host: 'elsewhere', pid: 1, started: '', command: 'wellplaced', since: 'noon' });
    await expect(lockFolder(folder)).rejects.toThrow(
      /process 1 on elsewhere \(wellplaced\), since noon/,
    );
  });

  it('is not held by a claim that a loss of power cut short', async () => {
    await leave('');
    await (await lockFolder(folder))();
  });
});
