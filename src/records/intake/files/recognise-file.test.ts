import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETURN_MODULES } from '../../returns/return-module.ts';
import { returnModule } from '../../returns/return-modules.ts';
import { EXTRACT_KINDS, NAME_KINDS, PLACE_KINDS } from './file-kind.ts';
import { layoutOf } from './layout.ts';
import { memorySource } from './memory-source.ts';
import { recogniseFile } from './recognise-file.ts';

function recognise(content: string | Uint8Array, path = 'x.txt') {
  return recogniseFile(memorySource(path, content, 50));
}

describe('recogniseFile', () => {
  it('knows every kind by its columns in any order and case, with columns beside them', async () => {
    const kinds = [...RETURN_MODULES, ...EXTRACT_KINDS, ...PLACE_KINDS, ...NAME_KINDS];
    const anyKind = fc.constantFrom(...kinds);
    await fc.assert(
      fc.asyncProperty(anyKind, fc.nat(), fc.boolean(), async (kind, seed, lower) => {
        const names = [...layoutOf(kind).fields.map(({ name }) => name), 'LA', 'YEAR'];
        const shuffled = names
          .map((name, at) => ({ name, order: ((at + 1) * (seed + 7919)) % 101 }))
          .sort((one, other) => one.order - other.order)
          .map(({ name }) => ` ${lower ? name.toLowerCase() : name} `);
        const recognised = await recognise(`${shuffled.join(',')}\n`);
        expect(recognised.kind).toBe(kind);
        expect(recognised.extraColumns.map((name) => name.trim().toUpperCase()).sort()).toEqual([
          'LA',
          'YEAR',
        ]);
        expect(recognised.missingColumns).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('never takes the columns of one module for another, even with half of them gone', async () => {
    for (const kind of RETURN_MODULES) {
      const { columns, recognisedBy } = returnModule(kind);
      const least = Math.ceil(columns.length / 2);
      const others = columns.map(({ name }) => name).filter((name) => !recognisedBy.includes(name));
      const some = [...recognisedBy, ...others].slice(0, Math.max(least, recognisedBy.length));
      expect((await recognise(`${some.join(',')}\n`)).kind, kind).toBe(kind);
    }
  });

  it.each([
    ['CHILD;DOB;REVIEW;REVIEW_CODE\n', 'reviews', ';'],
    ['CHILD\tDOB\tREVIEW\tREVIEW_CODE\r\n', 'reviews', '\t'],
    ['\n\nCHILD,DOB,ACTIV,ACCOM\n', 'oc3', ','],
    ['CHILD,SEX,DOB,ETHNIC,MOTHER,MC_DOB', 'header', ','],
    ['"CHILD","DOB","REVIEW","REVIEW_CODE"\n', 'reviews', ','],
    ['pcd7,pcd8,pcds,doterm,cty25cd,lad25cd,east1m,north1m\n', 'postcodes', ','],
    ['pcd,pcd2,pcds,oscty,oslaua,oseast1m,osnrth1m,osgrdind\n', 'postcodes', ','],
    ['Local authority,URN,Provider type,Sector,Setting name\n', 'providers', ','],
    ['Person,Start,Cost\n1,2,3\n', 'unrecognised', ','],
    // Columns of both reviews and missing: a person must say which is meant.
    ['CHILD,DOB,REVIEW,REVIEW_CODE,MISSING,MIS_START\n', 'unrecognised', ','],
  ])('%j is %s', async (text, kind, delimiter) => {
    expect(await recognise(text)).toMatchObject({ kind, delimiter, headerless: false });
  });

  it('knows Code-Point Open, which has no header', async () => {
    const line =
      '"AB10 1AB",10,394251,806376,"S92000003","","S08000020","","S12000033","S13002842"';
    const recognised = await recognise(`${line}\n`);
    expect(recognised).toMatchObject({ kind: 'postcodes', headerless: true });
    expect(recognised.header).toHaveLength(10);
  });

  it('decides the encoding over the whole file', async () => {
    const head = `CHILD,DOB,REVIEW,REVIEW_CODE\n${'1,,01/04/2020,PN1\n'.repeat(300)}`;
    const late = (bytes: number[]) => Buffer.concat([Buffer.from(head), Buffer.from(bytes)]);
    expect((await recognise(late([]))).encoding).toBe('utf-8');
    expect((await recognise(late([0xc3, 0xab]))).encoding).toBe('utf-8');
    expect((await recognise(late([0xeb, 0x0a]))).encoding).toBe('windows-1252');
    expect((await recognise(late([0xc3]))).encoding).toBe('windows-1252');
    const utf16 = await recognise(Buffer.from(`\uFEFF${head}`, 'utf16le'));
    expect(utf16).toMatchObject({ encoding: 'utf-16le', kind: 'reviews' });
  });

  it.each([
    ['', 'file-empty'],
    [' \r\n\r\n', 'file-empty'],
    ['%PDF-1.7 …', 'file-not-records'],
    ['<!DOCTYPE html><html><body>Sign in</body></html>', 'file-not-records'],
    ['\n<HTML>', 'file-not-records'],
    ['just one line of words', 'not-a-table'],
    ['CHILD,DOB\u0000,REVIEW', 'file-is-not-text'],
    ['<Message><Header/></Message>', 'xml-not-a-return'],
    ['<EXPSSDA903', 'xml-not-well-formed'],
    ['<a & b>', 'xml-not-well-formed'],
    ['CHILD,CHILD,DOB,REVIEW,REVIEW_CODE\n', 'column-twice'],
    ['PK\u0003\u0004 not really', 'workbook-broken'],
  ])('refuses %j as %s', async (content, code) => {
    await expect(recognise(content)).rejects.toMatchObject({ name: 'WellplacedError', code });
  });
});
