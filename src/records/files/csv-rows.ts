import { WellplacedError } from '../../core/errors.ts';
import { CsvRecords } from './csv-records.ts';
import type { RecognisedFile } from './recognised-file.ts';
import { type RowBatch, RowGatherer } from './row-batch.ts';
import type { SourceFile } from './source-file.ts';
import { decodedText } from './text-encoding.ts';

/** What is needed to read a CSV: how it is written, and how many columns it has. */
export type CsvForm = Pick<RecognisedFile, 'encoding' | 'delimiter' | 'header' | 'headerless'>;

const LONGEST_LINE = 4_000_000;

function lineTooLong(source: SourceFile): WellplacedError {
  return new WellplacedError(
    'line-too-long',
    `${source.path} has a line of more than ${LONGEST_LINE} characters, so it is not a table of rows.`,
    'Export it again as CSV with one record on each line.',
  );
}

/** The rows of a CSV below its header, some thousands at a time. Rows of another width are rejections. Throws a WellplacedError when a line never ends. */
export async function* readCsvRows(source: SourceFile, form: CsvForm): AsyncGenerator<RowBatch> {
  const gatherer = new RowGatherer(form.header.length);
  let headerDue = !form.headerless;
  const records = new CsvRecords(form.delimiter, form.header.length, {
    add: (line, cells) => {
      if (headerDue && cells.some((cell) => cell.trim() !== '')) headerDue = false;
      else gatherer.add(line, cells);
    },
    reject: (line, cells, reason) => gatherer.reject(line, cells, reason),
  });
  for await (const text of decodedText(source, form.encoding)) {
    records.push(text);
    if (records.pending > LONGEST_LINE) throw lineTooLong(source);
    if (!gatherer.full) continue;
    const batch = gatherer.take();
    if (batch !== undefined) yield batch;
  }
  records.end();
  const last = gatherer.take();
  if (last !== undefined) yield last;
}
