import { WellplacedError } from '../../../core/errors.ts';
import { CsvRecords } from './csv-records.ts';
import { GarbledText } from './garbled-text.ts';
import type { RecognisedFile } from './recognised-file.ts';
import { type RowBatch, RowGatherer } from './row-batch.ts';
import type { SourceFile } from './source-file.ts';
import type { TableShape } from './table-shape.ts';
import { decodedText } from './text-encoding.ts';
import { UnnamedColumns } from './unnamed-columns.ts';

/** What is needed to read a CSV: how it is written, how many columns it has, and below which line its rows start. */
export type CsvForm = Pick<RecognisedFile, 'encoding' | 'delimiter' | 'header' | 'headerLine'>;

const LONGEST_LINE = 4_000_000;

function lineTooLong(source: SourceFile): WellplacedError {
  return new WellplacedError(
    'line-too-long',
    `${source.path} has a line of more than ${LONGEST_LINE} characters, so it is not a table of rows.`,
    'Export it again as CSV with one record on each line.',
  );
}

/**
 * The rows of a CSV below its header, some thousands at a time. Rows of another width are
 * rejections, unless the shape of the table says that they lack nothing they need. Throws a
 * WellplacedError when a line never ends.
 */
export async function* readCsvRows(
  source: SourceFile,
  form: CsvForm,
  shape?: TableShape,
): AsyncGenerator<RowBatch> {
  const { delimiter, header, headerLine } = form;
  const gatherer = new RowGatherer(header.length, shape);
  const unnamed = new UnnamedColumns(header);
  const garbled = new GarbledText();
  const records = new CsvRecords(delimiter, header.length, {
    add: (line, cells) => {
      if (line <= headerLine) return;
      unnamed.note(line, cells.slice(0, header.length));
      gatherer.add(line, cells);
    },
    reject: (line, cells, reason) => {
      if (line > headerLine) gatherer.reject(line, cells, reason);
    },
    accepts: (cells) => gatherer.accepts(cells),
  });
  for await (const text of decodedText(source, form.encoding)) {
    garbled.look(text, records.lines + 1);
    records.push(text);
    if (records.pending > LONGEST_LINE) throw lineTooLong(source);
    if (!gatherer.full) continue;
    const batch = gatherer.take();
    if (batch !== undefined) yield batch;
  }
  records.end();
  for (const finding of [...unnamed.findings(), ...garbled.findings(source.path)]) {
    gatherer.note(finding);
  }
  const last = gatherer.finish();
  if (last !== undefined) yield last;
}
