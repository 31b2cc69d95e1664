import { describe, expect, it } from 'vitest';
import { readFromMemory } from '../intake/files/read-from-memory.ts';

const returned = (declared: string, postcode: string) =>
  `${declared}<EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID><SEX>1</SEX><DOB>01/01/2010</DOB><ETHNIC>AOTH</ETHNIC></HEADER><EPISODE><DECOM>01/05/2020</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL><PLACE_PROVIDER>PR4</PLACE_PROVIDER><HOME_POST>${postcode}</HOME_POST></EPISODE></CHILD></EXPSSDA903>`;
const as = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n`;

async function told(bytes: Uint8Array) {
  const batches = await readFromMemory(bytes, { returnYear: 2021 });
  const findings = batches.flatMap((batch) => batch.findings);
  const rows = batches.flatMap(({ kind, rows: some }) => (kind === 'episodes' ? some : []));
  const [row] = rows as readonly { readonly values: readonly (string | null)[] }[];
  const said = findings.filter(({ rule }) => rule === 'encoding-disagrees');
  return { postcode: row?.values[10], said: said.map(({ severity }) => severity) };
}

function utf16(text: string, big = false): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('the encoding that a return declares', () => {
  it.each([
    ['UTF-8', Buffer.from(returned(as('UTF-8'), 'É')), []],
    ['utf8', Buffer.from(returned(as('utf8'), 'É')), []],
    ['none', Buffer.from(returned('', 'É')), []],
    ['Windows-1252', Buffer.from(returned(as('Windows-1252'), 'É'), 'latin1'), []],
    ['iso-8859-1', Buffer.from(returned(as('iso-8859-1'), 'É'), 'latin1'), []],
    ['ISO_8859-1', Buffer.from(returned(as('ISO_8859-1'), 'É'), 'latin1'), []],
    ['x-cp1252', Buffer.from(returned(as('x-cp1252'), 'É'), 'latin1'), []],
    ['UTF-16', utf16(returned(as('UTF-16'), 'É')), []],
    ['unicode', utf16(returned(as('unicode'), 'É')), []],
    ['none over UTF-16 with its mark', utf16(returned('', 'É')), []],
    ['UTF-16, big end first', utf16(returned(as('UTF-16'), 'É'), true), []],
    ['windows-1252 over UTF-8', Buffer.from(returned(as('windows-1252'), 'É')), ['warning']],
    ['UTF-16 over UTF-8', Buffer.from(returned(as('utf-16'), 'É')), ['warning']],
    ['UTF-8 over Windows-1252', Buffer.from(returned(as('UTF-8'), 'É'), 'latin1'), ['warning']],
    ['none over Windows-1252', Buffer.from(returned('', 'É'), 'latin1'), ['warning']],
    ['UTF-8 over UTF-16', utf16(returned(as('UTF-8'), 'É')), ['warning']],
    ['ISO-8859-2 over UTF-8', Buffer.from(returned(as('ISO-8859-2'), 'É')), ['warning']],
  ])('%s is read as its bytes are, and told when it is another', async (_name, bytes, said) => {
    expect(await told(bytes)).toEqual({ postcode: 'É', said });
  });

  it.each([
    ['windows-1252', []],
    ['IBM850', []],
    ['utf-16', ['information']],
  ])('%s over letters that all have in common', async (declared, said) => {
    const bytes = Buffer.from(returned(as(declared), 'E'));
    expect(await told(bytes)).toEqual({ postcode: 'E', said });
  });

  it('is refused when its letters would be read wrong', async () => {
    const bytes = Buffer.from(returned(as('ISO-8859-2'), 'É'), 'latin1');
    await expect(told(bytes)).rejects.toThrow(/declares that it is written in ISO-8859-2/);
  });
});
