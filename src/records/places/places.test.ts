import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFromMemory } from '../intake/files/read-from-memory.ts';
import { inArea, straightLineMiles } from './location.ts';
import { normalisePostcode } from './postcode.ts';

describe('normalisePostcode', () => {
  it.each([
    ['ab1 2cd', 'AB1 2CD'],
    ['AB12CD', 'AB1 2CD'],
    [' ab12  3cd ', 'AB12 3CD'],
    ['W1A1AA', 'W1A 1AA'],
    ['Z1 4', undefined],
    ['ABC 1', undefined],
    ['', undefined],
  ])('%j is %s', (text, postcode) => {
    expect(normalisePostcode(text)).toBe(postcode);
  });
});

describe('inArea', () => {
  it.each([
    ['E10000021', 'in'],
    ['E06000061', 'out'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (code, area) => {
    expect(inArea(code, new Set(['E10000021']))).toBe(area);
  });
});

describe('straightLineMiles', () => {
  it.each([
    [0, 0, 0, 0, 0],
    [0, 0, 0, 1609.3, 1],
    [0, 0, 3000, 4000, 3.1],
    [530_000, 180_000, 430_000, 280_000, 87.9],
  ])('from %i,%i to %i,%i is %d miles', (e1, n1, e2, n2, miles) => {
    expect(straightLineMiles(e1, n1, e2, n2)).toBe(miles);
  });

  it('is the same both ways', () => {
    const metres = fc.integer({ min: 0, max: 1_300_000 });
    fc.assert(
      fc.property(metres, metres, metres, metres, (e1, n1, e2, n2) => {
        expect(straightLineMiles(e1, n1, e2, n2)).toBe(straightLineMiles(e2, n2, e1, n1));
      }),
    );
  });
});

async function rowsOf(text: string) {
  const batches = await readFromMemory(text);
  return {
    rows: batches.flatMap((batch): readonly object[] => batch.rows),
    rejections: batches.flatMap(({ rejections }) => rejections),
  };
}

describe('postcode directories', () => {
  it('reads the ONS directory: the county where there is one, else the district', async () => {
    const { rows, rejections } = await rowsOf(
      [
        'pcd,pcds,dointr,doterm,oscty,oslaua,oseast1m,osnrth1m,osgrdind',
        'NN1 1AA,NN1 1AA,1980,,E10000021,E07000154,475000,260000,1',
        '"N17 6AA","N17 6AA",1980,,E99999999,E09000014,533000,190000,1',
        'M1  1AA,M1 1AA,1980,,E11000001,E08000003,384000,398000,1',
        'JE1 1AA,JE1 1AA,1980,,L99999999,L99999999,,,9',
        'XX,nonsense,1980,,E10000021,E07000154,1,1,1',
        'AB1 2CD,AB1 2CD,1980,,E10000021,E07000154,east,260000,1',
      ].join('\n'),
    );
    expect(rows).toEqual([
      {
        line: 2,
        postcode: 'NN1 1AA',
        authorityCode: 'E10000021',
        easting: 475_000,
        northing: 260_000,
      },
      {
        line: 3,
        postcode: 'N17 6AA',
        authorityCode: 'E09000014',
        easting: 533_000,
        northing: 190_000,
      },
      {
        line: 4,
        postcode: 'M1 1AA',
        authorityCode: 'E08000003',
        easting: 384_000,
        northing: 398_000,
      },
      { line: 5, postcode: 'JE1 1AA', authorityCode: 'L99999999', easting: null, northing: null },
    ]);
    expect(rejections).toMatchObject([
      { line: 6, column: 'postcode', value: 'nonsense' },
      { line: 7, column: 'easting', value: 'east' },
    ]);
  });

  it('reads Code-Point Open from its first line', async () => {
    const { rows } = await rowsOf(
      [
        '"NN11AA",10,475000,260000,"E92000001","E19000001","E18000002","E10000021","E07000154","E05002500"',
        '"N17 6AA",90,0,0,"E92000001","E19000003","E18000007","","E09000014","E05000275"',
      ].join('\r\n'),
    );
    expect(rows).toEqual([
      {
        line: 1,
        postcode: 'NN1 1AA',
        authorityCode: 'E10000021',
        easting: 475_000,
        northing: 260_000,
      },
      { line: 2, postcode: 'N17 6AA', authorityCode: 'E09000014', easting: null, northing: null },
    ]);
  });
});

describe('the provider list', () => {
  it('reads URN, name, type and sector under the names each edition gives them', async () => {
    const { rows, rejections } = await rowsOf(
      'Provision type,URN,Setting name,Sector\nHome,sc1,The Oaks,Private\nHome,,Nameless,Private\nTotal,Total,2,\n',
    );
    expect(rows).toEqual([
      { line: 2, urn: 'SC1', name: 'The Oaks', type: 'Home', sector: 'Private' },
    ]);
    expect(rejections).toMatchObject([
      { line: 3, column: 'URN' },
      { line: 4, column: 'URN' },
    ]);
  });
});
