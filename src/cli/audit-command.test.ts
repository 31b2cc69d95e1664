import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_MIGRATIONS, fillDataFolder } from '../../tests/support/databases.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { createAuthority } from '../platform/database/authorities.ts';
import { withHouse } from '../web/house.ts';
import { auditCommand } from './audit-command.ts';

describe('wellplaced audit', () => {
  let folder: string;
  const configuration = () => readConfiguration({ WELLPLACED_DATA: join(folder, 'data') });

  async function run(...words: string[]): Promise<{ readonly code: number; readonly out: string }> {
    const out = new PassThrough();
    const code = await auditCommand.run(words, configuration(), { out, err: out });
    return { code, out: String(out.read() ?? '') };
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wellplaced-audit-'));
    await fillDataFolder(join(folder, 'data'), ALL_MIGRATIONS);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('says that there is nothing to verify or note, instead of finding it whole', async () => {
    for (const asked of ['verify', 'note']) {
      await expect(run(asked)).rejects.toMatchObject({ code: 'no-such-council' });
    }
  });

  it('notes what it later compares with, one council or all', async () => {
    await withHouse(configuration(), async ({ ground }) => {
      for (const code of ['E98', 'E99']) {
        await createAuthority(ground, { code, name: `Council ${code}`, areaCodes: [] }, 'a test');
      }
    });
    const { out: lines } = await run('note');
    expect(lines).toMatch(/^E98 1:[0-9a-f]{64} \S+Z\nE99 1:[0-9a-f]{64} \S+Z\n$/);
    const { out: json } = await run('note', '--json', '--authority', 'E99');
    const [, mark = ''] = /\nE99 (\S+)/.exec(lines) ?? [];
    expect(JSON.parse(json)).toMatchObject({ authority: 'E99', entry: 1, hash: mark.slice(2) });

    const file = join(folder, 'notes');
    await writeFile(file, lines);
    expect(await run('verify', '--noted', file)).toMatchObject({ code: 0 });
    const both = await run('verify', '--authority', 'E99', '--noted', file, '--noted', mark);
    expect(both).toMatchObject({ code: 0, out: expect.stringContaining('Compared with 2 notes.') });
    expect((await run('verify')).out).toContain('E99: all 1 entries hold. Compared with no note');
  });

  it.each([
    [
      'an entry that is not there',
      ['--authority', 'E99', '--noted', `2:${'a'.repeat(64)}`],
      /^E99: BROKEN. Entry 2 was noted/,
    ],
    [
      'another hash',
      ['--authority', 'E99', '--noted', `1:${'a'.repeat(64)}`],
      /^E99: BROKEN. Entry 1 is not/,
    ],
  ])('is broken against a note of %s', async (_what, words, expected) => {
    const { code, out } = await run('verify', ...words);
    expect([code, out]).toEqual([1, expect.stringMatching(expected)]);
  });

  it('is broken when a council was noted that the database does not have', async () => {
    const file = join(folder, 'gone');
    await writeFile(file, `E97 1:${'a'.repeat(64)} 2026-01-01T00:00:00.000Z\n`);
    const { code, out } = await run('verify', '--noted', file);
    expect([code, out]).toEqual([1, expect.stringMatching(/\nE97: BROKEN. Its trail was noted/)]);
    const one = run('verify', '--authority', 'E99', '--noted', file);
    await expect(one).rejects.toMatchObject({ code: 'bad-note' });
  });

  it.each([
    ['a hash without its council', ['verify', '--noted', `1:${'a'.repeat(64)}`], 'bad-option'],
    ['number 0', ['verify', '--authority', 'E99', '--noted', `0:${'0'.repeat(64)}`], 'bad-note'],
    ['half a hash', ['verify', '--authority', 'E99', '--noted', '1:abc'], 'bad-note'],
    ['a council that is not there', ['verify', '--authority', 'E1'], 'no-such-council'],
    ['no word', [], 'bad-option'],
    ['a note that is noted', ['note', '--noted', 'x'], 'bad-option'],
  ])('is refused with %s', async (_what, words, code) => {
    await expect(run(...words)).rejects.toMatchObject({ code });
  });
});
