import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChainedEntry, type ChainHead, checkChain } from './check-chain.ts';
import { noteLine, readMark, readNotes } from './note.ts';

const ZEROS = '0'.repeat(64);

/** A chain that holds, of entries with these texts. */
function chainOf(texts: readonly string[]): ChainedEntry[] {
  let previousHash = ZEROS;
  return texts.map((text, at) => {
    const hash = createHash('sha256')
      .update(Buffer.from(previousHash, 'hex'))
      .update(text)
      .digest('hex');
    const entry = { id: `id-${at + 1}`, seq: at + 1, text, previousHash, hash };
    previousHash = hash;
    return entry;
  });
}

async function* each(entries: readonly ChainedEntry[]) {
  yield* entries;
}

/** Checks a chain whose head is made to fit it, as whoever owns the database can. */
function checked(entries: readonly ChainedEntry[], noted: readonly ChainHead[]) {
  const head = entries.at(-1) ?? { seq: 0, hash: ZEROS };
  return checkChain(each(entries), head, noted);
}

const WHOLE = chainOf(['a', 'b', 'c', 'd', 'e']);
const noteAt = (seq: number): ChainHead => {
  const { hash = '' } = WHOLE[seq - 1] ?? {};
  return { seq, hash };
};

describe('a chain compared with notes', () => {
  it.each<[string, readonly ChainedEntry[], readonly ChainHead[], RegExp | undefined]>([
    ['whole, no note', WHOLE, [], undefined],
    ['whole, its end noted', WHOLE, [noteAt(5)], undefined],
    ['whole, several notes in any order', WHOLE, [noteAt(4), noteAt(1), noteAt(4)], undefined],
    [
      'whole, one of several notes is of another',
      WHOLE,
      [noteAt(1), { ...noteAt(2), seq: 4 }],
      /^Entry 4 is not the one whose hash was noted/,
    ],
    [
      'cut with its head before the note',
      WHOLE.slice(0, 3),
      [noteAt(5)],
      /^Entry 5 was noted, and the trail ends with entry 3/,
    ],
    [
      'cut by one before the note',
      WHOLE.slice(0, 4),
      [noteAt(5)],
      /^Entry 5 was noted, and the trail ends with entry 4/,
    ],
    ['cut with its head after the note', WHOLE.slice(0, 3), [noteAt(3)], undefined],
    [
      'a tail rewritten with its head',
      chainOf(['a', 'b', 'c', 'd', 'x']),
      [noteAt(5)],
      /^Entry 5 is not the one/,
    ],
    [
      'a tail rewritten and made longer',
      chainOf(['a', 'b', 'x', 'y', 'z', 'zz']),
      [noteAt(4)],
      /^Entry 4 is not the one/,
    ],
    ['a tail rewritten and cut', chainOf(['a', 'x']), [noteAt(5)], /^Entry 5 was noted/],
    ['a tail rewritten after the note', chainOf(['a', 'b', 'c', 'x']), [noteAt(3)], undefined],
    ['emptied with its head', [], [], /^There is no entry at all/],
    [
      'emptied with its head, noted',
      [],
      [noteAt(1)],
      /^Entry 1 was noted, and the trail ends with entry 0/,
    ],
  ])('%s', async (_what, entries, noted, expected) => {
    const { broken } = await checked(entries, noted);
    expect(broken?.what).toEqual(expected && expect.stringMatching(expected));
  });
});

describe('a note', () => {
  const hash = noteAt(5).hash;

  it.each([
    [`5:${hash}`, { seq: 5, hash }],
    [` 5:${hash.toUpperCase()}\n`, { seq: 5, hash }],
    [`0:${ZEROS}`, undefined],
    [`-1:${hash}`, undefined],
    [`5:${hash.slice(1)}`, undefined],
    [`5:${hash}0`, undefined],
    [`5:${hash.replace(/./, 'g')}`, undefined],
    [`5.5:${hash}`, undefined],
    [`1e3:${hash}`, undefined],
    [`:${hash}`, undefined],
    ['5:', undefined],
    ['', undefined],
  ])('is read from %j as %j', (text, expected) => {
    expect(readMark(text)).toEqual(expected);
  });

  describe('in a file', () => {
    let folder: string;
    const note = { authority: 'E99', seq: 5, hash, at: '2026-11-27T03:00:00.000Z' };
    const written = async (content: string) => {
      const file = join(folder, 'notes');
      await writeFile(file, content);
      return file;
    };
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'wellplaced-notes-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('is read as it was written, as a line or as JSON, whatever ends the lines', async () => {
      const json = JSON.stringify({ authority: 'E98', entry: 5, hash, at: note.at });
      expect(await readNotes(await written(`${noteLine(note)}\r\n\n${json}\n`))).toEqual([
        note,
        { ...note, authority: 'E98' },
      ]);
    });

    it.each([
      ['nothing', '', / holds no note/],
      ['empty lines', '\n \n', / holds no note/],
      ['a note cut short', noteLine(note).slice(0, 40), /^Line 1 of .* is no note/],
      [
        'a good line and a bad one',
        `${noteLine(note)}\nE98 7\n`,
        /^Line 2 of .* is no note: "E98 7"/,
      ],
      ['JSON of something else', '{"rows":5}', /^Line 1 /],
      ['JSON that is cut', '{"authority":"E99"', /^Line 1 /],
      ['a note of entry 0', `E99 0:${ZEROS} ${note.at}`, /^Line 1 /],
    ])('is refused, for it would prove nothing: %s', async (_what, content, message) => {
      const reading = readNotes(await written(content));
      await expect(reading).rejects.toMatchObject({
        code: 'bad-note',
        message: expect.stringMatching(message),
      });
    });

    it('is refused when there is no such file', async () => {
      const reading = readNotes(join(folder, 'not-there'));
      await expect(reading).rejects.toMatchObject({ code: 'bad-note' });
    });
  });
});
