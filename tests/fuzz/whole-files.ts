import ExcelJS from 'exceljs';

/** A file that can be read, before anything is done to it. */
export interface WholeFile {
  readonly name: string;
  readonly content: Buffer;
}

const ROWS = 30;
const numbers = Array.from({ length: ROWS }, (_, at) => at + 1);

const HEADER = [
  'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  ...numbers.map((at) => `${at},${(at % 2) + 1},01/02/2010,WBRI,,,`),
];
const EPISODES = [
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  ...numbers.map((at) => `${at},01/05/2018,S,V2,N1,U6,PR4,,,,AB1 1AA,"CD2 2BB",`),
];
const COSTS = [
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective',
  ...numbers.map(
    (at) => `${at},2020-04-01,core,"1,${100 + at}.00",2020-04-01,,social_care,Acorn,spot,CC1,S1`,
  ),
];
const BANDS = ['Person;Band;Amount', ...numbers.map((at) => `${at};High;${at}00`)];

function lines(rows: readonly string[], between = '\r\n'): Buffer {
  return Buffer.from(rows.join(between));
}

function returnXml(): Buffer {
  const children = numbers.map(
    (at) =>
      `<CHILD><HEADER><CHILDID>${at}</CHILDID><SEX>1</SEX><DOB>01/02/2010</DOB><ETHNIC>WBRI</ETHNIC></HEADER>` +
      `<EPISODE><DECOM>01/05/2018</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PLACE>U6</PLACE></EPISODE></CHILD>`,
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>${children.join('\n')}</EXPSSDA903>`,
  );
}

async function workbookOf(...sheets: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [at, rows] of sheets.entries()) {
    const sheet = book.addWorksheet(`Sheet ${at + 1}`);
    for (const row of rows) sheet.addRow(row.split(','));
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** One file of each format and way of writing it. */
export async function wholeFiles(): Promise<readonly WholeFile[]> {
  return [
    { name: '2019/header.csv', content: lines(HEADER) },
    { name: '2019/episodes.csv', content: lines(EPISODES, '\n') },
    { name: 'costs.csv', content: lines(COSTS) },
    { name: 'bands.csv', content: lines(BANDS) },
    {
      name: 'costs in two bytes.csv',
      content: Buffer.from(`\uFEFF${COSTS.join('\n')}`, 'utf16le'),
    },
    { name: 'return.xml', content: returnXml() },
    { name: '2019/header.xlsx', content: await workbookOf(HEADER) },
    { name: 'costs.xlsx', content: await workbookOf(COSTS, BANDS) },
  ];
}
