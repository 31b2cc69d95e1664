import readWorkbook from 'read-excel-file/node';
import { WellplacedError } from '../../core/errors.ts';
import { type RowBatch, RowGatherer } from './row-batch.ts';
import type { SourceFile } from './source-file.ts';
import { checkWorkbook } from './xlsx-container.ts';

/** One sheet of a workbook as text. */
export interface SheetRows {
  readonly sheet: string;
  readonly otherSheets: readonly string[];
  /** Every row, the header among them; a row's line is its place plus one. */
  readonly rows: readonly (readonly string[])[];
}

const MOST_PACKED_BYTES = 50_000_000;

async function bytesOf(source: SourceFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MOST_PACKED_BYTES) {
      throw new WellplacedError(
        'workbook-too-large',
        `${source.path} is a workbook of more than ${MOST_PACKED_BYTES / 1_000_000} MB.`,
        'Save the sheet as CSV, which may be of any size, and import that.',
      );
    }
  }
  return Buffer.concat(chunks);
}

type CellValue = string | number | boolean | Date | null;

/** A cell as a CSV would write it; days as ISO, with the time only when there is one. */
function textOfCell(value: CellValue): string {
  if (value === null) return '';
  // Spreadsheets show fifteen digits; what follows is the noise of binary fractions.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (!(value instanceof Date)) return String(value);
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

/** Reads one sheet of a workbook, the first unless another is named. Throws a WellplacedError when it is not a workbook, is too large, or has no such sheet. */
export async function readSheet(source: SourceFile, name?: string): Promise<SheetRows> {
  const bytes = await bytesOf(source);
  await checkWorkbook(bytes, source.path);
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    throw new WellplacedError(
      'workbook-broken',
      `${source.path} is not a workbook that can be read.`,
      'Open it in Excel, save it again as .xlsx or CSV, and import that.',
      { cause: error },
    );
  });
  const found = name === undefined ? sheets[0] : sheets.find(({ sheet }) => sheet === name);
  if (found === undefined) {
    throw new WellplacedError(
      'sheet-missing',
      `${source.path} has no sheet ${name ?? ''}; its sheets are ${sheets.map(({ sheet }) => sheet).join(', ')}.`,
      'Name one of its sheets.',
    );
  }
  return {
    sheet: found.sheet,
    otherSheets: sheets.filter((each) => each !== found).map(({ sheet }) => sheet),
    rows: found.data.map((row) => row.map((cell) => textOfCell(cell as CellValue))),
  };
}

/** The rows of a sheet below its header. */
export async function* readXlsxRows(
  source: SourceFile,
  form: { readonly header: readonly string[]; readonly sheet?: string },
): AsyncGenerator<RowBatch> {
  const { rows } = await readSheet(source, form.sheet);
  const gatherer = new RowGatherer(form.header.length);
  const headerAt = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  for (const [index, cells] of rows.entries()) {
    if (index <= headerAt) continue;
    gatherer.add(index + 1, cells);
    const batch = gatherer.full ? gatherer.take() : undefined;
    if (batch !== undefined) yield batch;
  }
  const last = gatherer.take();
  if (last !== undefined) yield last;
}
