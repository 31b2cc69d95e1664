import { asItWas } from '../../../platform/downloads/formula.ts';
import { canonicalHeader } from '../files/header.ts';
import type { RowBatch } from '../files/row-batch.ts';

/** The columns that a download of rejected rows has after the file's own: they tell such a file, once corrected, from a whole one. */
export const CORRECTION_COLUMNS = ['wellplaced_line', 'wellplaced_reason'] as const;

/** Whether a file is a download of rejected rows come back: it holds some rows of a file, and says nothing of the others. */
export function isCorrection(header: readonly string[]): boolean {
  return header.some((column) => canonicalHeader(column) === 'WELLPLACED_LINE');
}

/** Rows of a correction as the file that they came from had them: without the apostrophes that keep a spreadsheet from running a cell. */
export function asFirstRead(batch: RowBatch): RowBatch {
  const before = (cells: readonly string[]) => cells.map(asItWas);
  return {
    ...batch,
    cells: batch.cells.map(before),
    rejections: batch.rejections.map((one) => ({ ...one, cells: before(one.cells) })),
  };
}
