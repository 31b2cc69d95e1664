import { asFirstRead, isCorrection } from '../imports/correction-file.ts';
import { readCsvRows } from './csv-rows.ts';
import { dateColumns } from './date-columns.ts';
import { withNotes } from './file-notes.ts';
import {
  type DateOrders,
  looksMonthFirst,
  orderFindings,
  ordersIn,
  statedOrders,
  withOrders,
} from './ordered-rows.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { CheckedBatch } from './rejection.ts';
import { checkerOf, type ReadingContext } from './row-checkers.ts';
import type { SourceFile } from './source-file.ts';
import { tableShape } from './table-shape.ts';
import { decodedText } from './text-encoding.ts';
import { readXlsxRows } from './xlsx-rows.ts';

const NO_ORDERS: DateOrders = new Map();

/**
 * A table's rows after their checks, its days in the order that its columns show. Text is looked
 * over first, since hardly any file has a month first. Throws a WellplacedError as readFile does.
 */
export async function* readTable(
  source: SourceFile,
  recognised: RecognisedFile,
  context: ReadingContext,
): AsyncGenerator<CheckedBatch> {
  const { kind, format, header, encoding } = recognised;
  if (kind === 'return_xml') return;
  const check = checkerOf(kind, recognised, context);
  const { mapping } = context;
  const rowKind = mapping?.kind ?? kind;
  const shape = rowKind === 'unrecognised' ? undefined : tableShape(rowKind, header, mapping);
  const rows = () =>
    format === 'xlsx'
      ? readXlsxRows(source, recognised, shape)
      : readCsvRows(source, recognised, shape);
  const positions = dateColumns(kind, header, mapping);
  const stated = statedOrders(mapping, positions);
  const isOpen = format === 'xlsx' || (await looksMonthFirst(decodedText(source, encoding)));
  const orders = stated ?? (isOpen ? await ordersIn(rows(), positions) : NO_ORDERS);
  const corrected = isCorrection(header);
  let said = orderFindings(orders, header);
  for await (const batch of rows()) {
    const read = corrected ? asFirstRead(batch) : batch;
    const checked = withNotes(check(withOrders(orders, header, read)), batch);
    yield said.length === 0 ? checked : { ...checked, findings: [...said, ...checked.findings] };
    said = [];
  }
}
