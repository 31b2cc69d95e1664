import type { ExtractRow } from './extract-layout.ts';
import type { KeysOfFile } from './keys-of-file.ts';
import type { LineTable } from './line-table.ts';
import type { StoredLine } from './lines-of-key.ts';

/** A line of a file, and the stored one that it changes; none where it is new. */
export interface LineChange {
  readonly row: ExtractRow;
  readonly gives: StoredLine | undefined;
}

/**
 * Which stored line each of a file’s open lines changes: the one with its labels if there is one, else
 * any that is left; none where it is new. What was turned away before (`addsOnly`) changes at most the
 * one with its labels.
 */
export function linesChanged(
  open: readonly ExtractRow[],
  keys: KeysOfFile,
  table: Pick<LineTable, 'keyOf' | 'labelsOf' | 'hasLabels'>,
  addsOnly: boolean,
): readonly LineChange[] {
  const left = new Map<string, StoredLine[]>();
  const taken = (row: ExtractRow, fits: (line: StoredLine) => boolean) => {
    const key = table.keyOf(row.values);
    const free = left.get(key) ?? keys.get(key)?.left() ?? [];
    left.set(key, free);
    const at = free.findIndex(fits);
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  const alike = open.map((row) => {
    const labels = table.labelsOf(row.values);
    const fits = (line: StoredLine) => line.labels === labels && (table.hasLabels || !addsOnly);
    return { row, gives: taken(row, fits) };
  });
  if (addsOnly) return alike;
  return alike.map(({ row, gives }) => ({
    row,
    gives: gives ?? taken(row, (line) => !line.isInEarlierFile),
  }));
}
