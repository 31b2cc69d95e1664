import { describe, expect, it } from 'vitest';
import { readFromMemory } from '../intake/files/read-from-memory.ts';
import type { ReturnRow } from './return-module.ts';

const RETURN = `<?xml version='1.0' encoding='us-ascii'?>
<EXPSSDA903><CHILD><HEADER><CHILDID>a7</CHILDID><UPN>X1</UPN><SEX>2</SEX>
<UASC><DUC>01/01/2024</DUC></UASC>
<AREVIEW><REVIEW>27/09/2020</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AREVIEW><REVIEW>soon</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AMISSING><MISSING>M</MISSING><MIS_START>01/05/2020</MIS_START></AMISSING>
<IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>U1</ACCOM>
<PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE><MOTHER /><ETHNIC>AOTH</ETHNIC>
<AD_PLACED><DATE_INT>01/06/2020</DATE_INT><DATE_PLACED>02/06/2020</DATE_PLACED></AD_PLACED>
<OC2><SDQ_SCORE>21</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2><DOB>28/07/2006</DOB></HEADER>
<EPISODE><DECOM>06/01/2020</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N4</CIN><PL>K2</PL>
<PLACE_PROVIDER>PR4</PLACE_PROVIDER><DEC /><REASON_PLACE_CHANGE /></EPISODE><EPISODE></EPISODE>
</CHILD><CHILD><HEADER><CHILDID>8</CHILDID><SEX>1</SEX><DOB>01/01/2010</DOB><ETHNIC>AOTH</ETHNIC>
<UASC /></HEADER></CHILD></EXPSSDA903>`;

function read(text: string) {
  return readFromMemory(text, { returnYear: 2021 });
}

describe('a return as XML', () => {
  it('gives rows to the modules whose values it holds, with the details of the child', async () => {
    const rows = Object.fromEntries(
      (await read(RETURN)).map((batch) => [
        batch.kind,
        (batch.rows as readonly ReturnRow[]).map(({ values }) => values.join('|')),
      ]),
    );
    expect(rows).toEqual({
      header: ['A7|2|2006-07-28|AOTH|X1||', '8|1|2010-01-01|AOTH|||'],
      episodes: ['A7|2020-01-06|S|V2|N4|K2|PR4||||||'],
      uasc: ['A7|2|2006-07-28|2024-01-01'],
      reviews: ['A7|2006-07-28|2020-09-27|PN1'],
      oc2: ['A7|2006-07-28|21||0|||||||'],
      oc3: ['A7|2006-07-28|YES|F1|U1'],
      ad1: ['A7|2006-07-28|2020-06-01|||||'],
      placed_adoption: ['A7|2006-07-28|2020-06-02||'],
      previous_permanence: ['A7|2006-07-28|Z1||'],
      missing: ['A7|2006-07-28|M|2020-05-01|'],
    });
  });

  it('rejects with the line of the element', async () => {
    const rejections = (await read(RETURN)).flatMap((batch) => batch.rejections);
    expect(rejections).toMatchObject([
      { line: 12, column: 'DECOM', value: null },
      { line: 5, column: 'REVIEW', value: 'soon', cells: ['a7', '28/07/2006', 'soon', 'PN1'] },
    ]);
  });

  it.each([
    ['cut short', RETURN.slice(0, 900)],
    ['with an element left open', RETURN.replace('</AREVIEW>', '')],
    [
      'with a document type',
      RETURN.replace('<EXPSSDA903>', '<!DOCTYPE x [<!ENTITY e "v">]><EXPSSDA903>'),
    ],
    ['with an entity of its own', RETURN.replace('a7', '&e;')],
    ['with more after its end', `${RETURN}<EXPSSDA903/>`],
    ['with an endless value', RETURN.replace('a7', 'a'.repeat(20_000))],
  ])('is refused %s', async (_how, text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'xml-not-well-formed',
      message: expect.stringMatching(/[^.]\.$/),
    });
  });

  it('names the record and the child of a rejected row, and what no module has a place for', async () => {
    const oneLine =
      '<r:EXPSSDA903 xmlns:r="urn:x"><CHILD NOTE="1"><HEADER><CHILDID>7</CHILDID><SEX>1</SEX><DOB>01/01/2010</DOB><ETHNIC>AOTH</ETHNIC>' +
      '<PETS><CAT>Tom</CAT></PETS></HEADER><EPISODE>lost<DECOM>soon</DECOM><PL>U4</PL></EPISODE>' +
      '<AREVIEW><REVIEW>27/09/2020</REVIEW><REVIEW>28/09/2020</REVIEW></AREVIEW></CHILD><EPISODE><DECOM>01/01/2024</DECOM></EPISODE></r:EXPSSDA903>';
    const batches = await read(oneLine);
    expect(batches.flatMap(({ rejections }) => rejections)).toMatchObject([
      { column: 'DECOM', reason: expect.stringContaining('record 1, child 7, character') },
      { column: 'REVIEW', reason: expect.stringContaining('more than once') },
    ]);
    const passed = batches
      .flatMap(({ findings }) => findings)
      .filter(({ rule }) => rule === 'xml-passed-over');
    expect(passed.map(({ column }) => column).sort()).toEqual([
      'CHILD/@NOTE',
      'EPISODE/DECOM',
      'PETS/CAT',
      'text in EPISODE',
    ]);
  });

  it.each([
    ['value', 'a'],
    ['comment', '<!-- ' + '<x>'],
    ['attribute', '<CHILD a="'],
  ])('is refused early for an endless %s', async (_what, start) => {
    const text = `<EXPSSDA903>${start}${'<y> '.repeat(start.startsWith('<!') ? 500_000 : 0)}${'b'.repeat(2_000_000)}`;
    await expect(readFromMemory(text, { returnYear: 2021 }, 65_536)).rejects.toMatchObject({
      message: expect.stringContaining('longer than 1,000,000 characters'),
    });
  });
});
