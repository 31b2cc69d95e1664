import { mappedChecker } from '../files/row-checkers.ts';
import type { SampleRow } from '../imports/sample-rows.ts';
import { applyMapping } from './apply-mapping.ts';
import type { SavedMapping } from './saved-mapping.ts';

/** A file whose columns are being mapped, with its first rows. */
export interface MappableFile {
  readonly importId: string;
  readonly fileNumber: number;
  readonly path: string;
  readonly header: readonly string[];
  readonly sample: readonly SampleRow[];
  readonly returnYear: number | undefined;
}

/** The first rows of a file as a mapping would read them. */
export interface Preview {
  /** The layout's columns. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    /** Why the row would be rejected, if it would. */
    readonly rejection: string | undefined;
    /** What there would be to look at in the row if it is kept. */
    readonly findings: readonly string[];
  }[];
  /** Columns of the file that nothing is taken from. */
  readonly unmapped: readonly string[];
}

/** Reads the first rows of a file by a mapping that fills all it must. */
export function previewOf(mapping: SavedMapping, file: MappableFile): Preview {
  const applied = applyMapping(mapping, file.header, file.path);
  const check = mappedChecker(mapping, file, file.returnYear);
  const { rejections, findings } = check({
    lines: file.sample.map(({ line }) => line),
    cells: file.sample.map(({ cells }) => cells),
    rejections: [],
  });
  return {
    columns: applied.header,
    unmapped: applied.unmappedColumns.filter((column) => column.trim() !== ''),
    rows: file.sample.map(({ line, cells }) => ({
      line,
      cells: applied.cellsOf(cells),
      rejection: rejections.find((each) => each.line === line)?.reason,
      findings: findings.filter((each) => each.line === line).map(({ message }) => message),
    })),
  };
}
