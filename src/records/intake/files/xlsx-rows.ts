import { WellplacedError } from '../../../core/errors.ts';
import { GarbledText } from './garbled-text.ts';
import type { RecognisedFile } from './recognised-file.ts';
import { type RowBatch, RowGatherer } from './row-batch.ts';
import type { SourceFile } from './source-file.ts';
import type { TableShape } from './table-shape.ts';
import { UnnamedColumns } from './unnamed-columns.ts';
import { openWorkbook } from './xlsx-book.ts';
import { sheetRows } from './xlsx-sheet.ts';
import { sharedStrings } from './xlsx-strings.ts';

/** The cells of a row in the columns that the header names. */
function withinHeader(cells: readonly string[], width: number): readonly string[] {
  if (cells.length >= width) return cells.slice(0, width);
  return [...cells, ...Array<string>(width - cells.length).fill('')];
}

/** The rows of a sheet below its header, some thousands at a time. Throws a WellplacedError when the workbook is damaged or has no such sheet. */
export async function* readXlsxRows(
  source: SourceFile,
  form: Pick<RecognisedFile, 'header' | 'headerLine' | 'sheet'>,
  shape?: TableShape,
): AsyncGenerator<RowBatch> {
  const book = await openWorkbook(source);
  const sheet = book.sheets.find(({ name }) => name === form.sheet);
  if (sheet === undefined) {
    throw new WellplacedError(
      'sheet-missing',
      `${source.path} has no sheet ${form.sheet ?? ''}.`,
      'Import the workbook again.',
    );
  }
  const strings = await sharedStrings(book.parts, book.stringsPart);
  const width = form.header.length;
  const gatherer = new RowGatherer(width, shape);
  const unnamed = new UnnamedColumns(form.header);
  const garbled = new GarbledText();
  for await (const rows of sheetRows(book, sheet, strings)) {
    for (const { line, cells } of rows) {
      if (line <= form.headerLine) continue;
      unnamed.note(line, cells);
      garbled.lookAtCells(cells, line);
      gatherer.add(line, withinHeader(cells, width));
    }
    const batch = gatherer.full ? gatherer.take() : undefined;
    if (batch !== undefined) yield batch;
  }
  for (const finding of [...unnamed.findings(), ...garbled.findings(source.path)]) {
    gatherer.note(finding);
  }
  const last = gatherer.finish();
  if (last !== undefined) yield last;
}
