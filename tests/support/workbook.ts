import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive of the parts, deflated, as small as can be; `claimed` says another size of a part than it has. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  claimed: Readonly<Record<string, number>> = {},
): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text as string);
    const packed = deflateRawSync(content);
    const sizes = (header: Buffer, at: number) => {
      header.writeUInt16LE(8, at);
      header.writeUInt32LE(crc32(content), at + 6);
      header.writeUInt32LE(packed.length, at + 10);
      header.writeUInt32LE(claimed[name] ?? content.length, at + 14);
      header.writeUInt16LE(name.length, at + 18);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    sizes(local, 8);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    sizes(entry, 10);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** A sheet as its XML inside `sheetData`, and how it is listed. */
export interface SheetXml {
  readonly name: string;
  readonly data: string;
  readonly state?: string;
}

/** Parts of a workbook beside its sheets. */
export interface WorkbookXml {
  /** Inside `workbook`, before the list of sheets. */
  readonly settings?: string;
  /** Inside `styleSheet`. */
  readonly styles?: string;
  /** Inside `sst`. */
  readonly strings?: string;
  /** The namespace of cells; the usual one unless given. */
  readonly namespace?: string;
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

const USUAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook written by hand, for what no writer writes. */
export function workbookParts(
  sheets: readonly SheetXml[],
  xml: WorkbookXml = {},
): Record<string, string | Buffer> {
  const { settings = '', styles, strings, namespace = USUAL, more = {} } = xml;
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="r${at}"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = [
    ...sheets.map((_, at) => relation(`r${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    ...(styles === undefined ? [] : [relation('st', 'styles', 'styles.xml')]),
    ...(strings === undefined ? [] : [relation('ss', 'sharedStrings', 'sharedStrings.xml')]),
  ];
  return {
    'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="${RELATIONS}">${settings}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${namespace}">${styles}</styleSheet>` }),
    ...(strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${namespace}">${strings}</sst>` }),
    ...Object.fromEntries(
      sheets.map(({ data }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${namespace}"><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  };
}

/** A row of texts as a sheet holds them. */
export function textRow(line: number, cells: readonly string[]): string {
  const written = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`);
  return `<row r="${line}">${written.join('')}</row>`;
}
