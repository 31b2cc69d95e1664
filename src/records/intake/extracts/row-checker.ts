import type { ExtractKind, NameKind, PlaceKind } from '../files/file-kind.ts';
import { layoutOf } from '../files/layout.ts';
import { matchLayout } from '../files/match-layout.ts';
import { onceTold } from '../files/once-told.ts';
import type { Rejection, RowFinding } from '../files/rejection.ts';
import type { RowBatch } from '../files/row-batch.ts';
import { type Note, RowRefusal } from './row-refusal.ts';

/** Rows of one kind after the checks. */
export interface CheckedRows<Row> {
  readonly rows: readonly Row[];
  readonly rejections: readonly Rejection[];
  readonly findings: readonly RowFinding[];
}

/**
 * A checker for rows of a named layout. `read` gets a row's cells in the order of the layout and
 * throws a RowRefusal when the row cannot be used; what it notes becomes findings.
 */
export function rowChecker<Row>(
  kind: ExtractKind | PlaceKind | NameKind,
  header: readonly string[],
  read: (line: number, cells: readonly string[], note: Note) => Row,
): (batch: RowBatch) => CheckedRows<Row> {
  const { positions } = matchLayout(layoutOf(kind), header);
  const isNews = onceTold();
  return (batch) => {
    const rows: Row[] = [];
    const rejections: Rejection[] = [...batch.rejections];
    const findings: RowFinding[] = [];
    batch.cells.forEach((cells, index) => {
      const line = batch.lines[index] ?? 0;
      const ordered = positions.map((position) => cells[position] ?? '');
      try {
        rows.push(
          read(line, ordered, (finding) => {
            if (isNews(finding)) findings.push({ severity: 'warning', ...finding, line });
          }),
        );
      } catch (error) {
        if (!(error instanceof RowRefusal)) throw error;
        const { column, value, message } = error;
        rejections.push({ line, column, value, reason: message, cells });
      }
    });
    return { rows, rejections, findings };
  };
}
