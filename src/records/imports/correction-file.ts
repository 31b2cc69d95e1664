import { canonicalHeader } from '../files/header.ts';

/** The columns that a download of rejected rows has after the file's own: they tell such a file, once corrected, from a whole one. */
export const CORRECTION_COLUMNS = ['wellplaced_line', 'wellplaced_reason'] as const;

/** Whether a file is a download of rejected rows come back: it holds some rows of a file, and says nothing of the others. */
export function isCorrection(header: readonly string[]): boolean {
  return header.some((column) => canonicalHeader(column) === 'WELLPLACED_LINE');
}
