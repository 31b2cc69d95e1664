import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textRow, workbookParts, zipOf } from '../../../../tests/support/workbook.ts';
import { memorySource } from './memory-source.ts';
import { readFromMemory } from './read-from-memory.ts';
import { recogniseFile } from './recognise-file.ts';
import { WorkbookParts } from './xlsx-container.ts';

const REVIEWS = [
  textRow(1, ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE']),
  textRow(2, ['7000001', '01/04/2010', '01/06/2020', 'PN1']),
].join('');
const PARTS = workbookParts([{ name: 'Reviews', data: REVIEWS }]);

function refusal(bytes: Buffer, code: string, said?: RegExp) {
  const expected = said === undefined ? { code } : { code, message: expect.stringMatching(said) };
  return expect(recogniseFile(memorySource('a.xlsx', bytes))).rejects.toMatchObject(expected);
}

describe('the archive of a workbook', () => {
  it('is refused when it is cut short anywhere', async () => {
    const whole = zipOf(PARTS);
    for (let share = 0.1; share < 1; share += 0.1) {
      await refusal(whole.subarray(0, Math.floor(whole.length * share)), 'workbook-broken');
    }
  });

  it('is refused, or read as it was, whatever byte was damaged', async () => {
    const whole = zipOf(PARTS);
    const before = await readFromMemory(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const damaged = Buffer.from(whole);
          damaged[at] = (whole[at] ?? 0) ^ change;
          const read = readFromMemory(damaged).catch((error: unknown) => {
            expect(error).toMatchObject({ name: 'WellplacedError' });
            return before;
          });
          expect(await read).toEqual(before);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      'files',
      { 'episodes.csv': 'CHILD,DECOM', 'more/reviews.csv': '' },
      'archive-not-workbook',
      /episodes\.csv/,
    ],
    ['an archive', { 'inner.zip': zipOf(PARTS) }, 'archive-not-workbook', /inner\.zip/],
    ['a binary workbook', { ...PARTS, 'xl/workbook.bin': '' }, 'file-not-records', /\.xlsb/],
    ['an OpenDocument sheet', { 'content.xml': '<a/>' }, 'file-not-records', /\.ods/],
    [
      'a Word document',
      { '[Content_Types].xml': '', 'word/document.xml': '' },
      'file-not-records',
      /Word/,
    ],
    ['a workbook without its list', { '[Content_Types].xml': '' }, 'workbook-broken', /missing/],
  ])('is refused when it holds %s', async (_what, parts, code, said) => {
    await refusal(zipOf(parts as Record<string, string>), code, said);
  });

  it('is refused when it has a password', async () => {
    const locked = zipOf(PARTS);
    locked.writeUInt16LE(1, locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8);
    await refusal(locked, 'file-not-records', /password/);
  });

  it('is refused for what lies between the parts that its directory lists', async () => {
    const [one, two] = [zipOf({ 'hidden.xml': 'x' }), zipOf(PARTS)];
    await refusal(Buffer.concat([one.subarray(0, 43), two]), 'workbook-broken');
  });

  it('is refused when it unpacks to too much, whatever it says of its size', async () => {
    const large = { 'xl/workbook.xml': Buffer.alloc(5_000_000) };
    expect(() => new WorkbookParts(zipOf(large), 'a.xlsx', 1_000_000)).toThrow(/more than 1 MB/);
    await new WorkbookParts(zipOf(large), 'a.xlsx', 5_000_000).check();
    const lying = new WorkbookParts(zipOf(large, { 'xl/workbook.xml': 10 }), 'a.xlsx', 1_000_000);
    await expect(lying.check()).rejects.toMatchObject({ code: 'workbook-broken' });
  });

  it.each([
    ['a relation without its sheet', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }],
    ['relations that are not well-formed', { 'xl/_rels/workbook.xml.rels': '<Relationships>' }],
    ['a list without a sheet', { 'xl/workbook.xml': '<workbook/>' }],
    ['a list of another encoding than it says', { 'xl/workbook.xml': Buffer.from([0x3c, 0xff]) }],
    [
      'an encoding that there is not',
      { 'xl/workbook.xml': '<?xml version="1.0" encoding="x"?><a/>' },
    ],
    ['a document type', { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }],
    ['a sheet that ends early', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }],
    ['a value without end', { 'xl/worksheets/sheet1.xml': `<a>${'x'.repeat(2_000_000)}</a>` }],
  ])('is refused when it has %s', async (_what, parts) => {
    await refusal(zipOf({ ...PARTS, ...parts }), 'workbook-broken');
  });
});
