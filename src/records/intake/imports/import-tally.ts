import type { HistoryListener } from '../../history/history-listener.ts';
import type { Repair } from '../../history/repair.ts';
import type { ReportedRecord } from '../../history/reported-record.ts';
import type { ReturnModuleKind } from '../../returns/return-module.ts';
import type { RowKind } from '../files/file-kind.ts';
import type { CheckedBatch, Rejection, RowFinding } from '../files/rejection.ts';
import { KeptList } from '../storing/kept-list.ts';

/** Counts of one file while it is imported. */
export interface FileCounts {
  rows: number;
  accepted: number;
  rejected: number;
  superseded: number;
  repaired: number;
  added: number;
  changed: number;
  /** Records already held that this file, which is whole, no longer holds. */
  withdrawn: number;
}

/** A finding with the file it was made in. */
export interface PlacedFinding extends RowFinding {
  readonly kind: string;
  readonly returnYear: number;
  readonly path: string | null;
}

/** A rejection with the number of its file and what its row is of: a return as XML holds rows of every module. */
export interface PlacedRejection extends Rejection {
  readonly file: number;
  readonly kind: RowKind;
}

/** Rows of one module in one file that say the same as an earlier one: how many, and the first lines. */
export interface IdenticalRows {
  readonly file: number;
  readonly module: ReturnModuleKind;
  readonly lines: number[];
  count: number;
}

const LINES_NAMED = 5;

/** How much of what an import has to say is held; the rest is counted. */
interface MostHeld {
  readonly rejections: number;
  readonly rejectionsOfAFile: number;
  readonly findings: number;
  readonly findingsOfAKind: number;
}

const MOST_HELD: MostHeld = {
  rejections: 60_000,
  rejectionsOfAFile: 20_000,
  findings: 200_000,
  findingsOfAKind: 100_000,
};

/** What findings are settled by: a kind of record of a return. */
export function scopeName({
  kind,
  returnYear,
}: Pick<PlacedFinding, 'kind' | 'returnYear'>): string {
  return `${kind}|${returnYear}`;
}

/** Everything an import has to say, gathered while it runs. */
export class ImportTally implements HistoryListener {
  readonly counts: readonly FileCounts[];
  readonly rejections: KeptList<PlacedRejection>;
  readonly findings: KeptList<PlacedFinding>;
  /** The children whom cost records and names speak of. */
  readonly childrenOfExtracts = new Set<string>();
  readonly #identical = new Map<string, IdenticalRows>();
  /** Repairs not written yet. */
  #repairs: Repair[] = [];

  /** A file of nothing but bad rows, large as it may be, is not held in memory whole: `most` says how much is. */
  constructor(files: number, most: MostHeld = MOST_HELD) {
    this.rejections = new KeptList<PlacedRejection>(
      most.rejections,
      most.rejectionsOfAFile,
      ({ file }) => String(file),
    );
    this.findings = new KeptList<PlacedFinding>(most.findings, most.findingsOfAKind, scopeName);
    this.counts = Array.from({ length: files }, () => ({
      rows: 0,
      accepted: 0,
      rejected: 0,
      superseded: 0,
      repaired: 0,
      added: 0,
      changed: 0,
      withdrawn: 0,
    }));
  }

  /** The counts of a file. Throws a RangeError for a file that is not of this import. */
  of(file: number): FileCounts {
    const counts = this.counts[file];
    if (counts === undefined) throw new RangeError(`There is no file ${file} in this import`);
    return counts;
  }

  /** Counts rows read from a file. */
  read(file: number, { kind, rows, rejections }: CheckedBatch): void {
    const counts = this.of(file);
    counts.rows += rows.length + rejections.length;
    counts.accepted += rows.length;
    counts.rejected += rejections.length;
    for (const rejection of rejections) this.rejections.push({ ...rejection, file, kind });
    for (const row of rows) if ('childId' in row) this.childrenOfExtracts.add(row.childId);
  }

  superseded(record: ReportedRecord): void {
    if (record.file !== undefined) this.of(record.file).superseded += 1;
  }

  identical(module: ReturnModuleKind, { file, line }: ReportedRecord): void {
    if (file === undefined) return;
    const name = `${file}|${module}`;
    const known = this.#identical.get(name) ?? { file, module, lines: [], count: 0 };
    this.#identical.set(name, known);
    known.count += 1;
    if (known.lines.length < LINES_NAMED) known.lines.push(line ?? 0);
  }

  /** The rows of returns that say the same as an earlier one, file by file and module by module. */
  identicalRows(): Iterable<IdenticalRows> {
    return this.#identical.values();
  }

  repaired(record: ReportedRecord): void {
    if (record.file !== undefined) this.of(record.file).repaired += 1;
  }

  logged(repair: Repair): void {
    this.#repairs.push(repair);
  }

  /** The repairs noted since the last call, to be written: at national size they are too many to hold. */
  takeRepairs(): readonly Repair[] {
    const taken = this.#repairs;
    this.#repairs = [];
    return taken;
  }
}
