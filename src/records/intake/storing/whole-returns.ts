import type { RecordShape, ReportedRecord } from '../../history/reported-record.ts';
import { firstDayAfterReturn } from '../../history/settle-episodes.ts';
import type { PlannedFile } from '../imports/planned-file.ts';
import type { UnreadSubjects } from './unread-subjects.ts';

/** Of which years an import holds all there is of one module. */
export class WholeReturns {
  readonly #files: ReadonlyMap<number, PlannedFile>;
  readonly #unread: Pick<UnreadSubjects, 'anything' | 'has'>;
  /** The years, none where a rejected row may have been of any child. */
  readonly years: ReadonlySet<number>;
  /** The earliest year of which episodes are held. */
  readonly #first: number;

  constructor(
    files: readonly PlannedFile[],
    unread: Pick<UnreadSubjects, 'anything' | 'has'>,
    first: number,
  ) {
    this.#files = new Map(files.map((file) => [file.returnYear ?? 0, file]));
    this.#unread = unread;
    this.#first = first;
    const years = [...this.#files.keys()].filter((year) => year > 0);
    this.years = new Set(unread.anything ? [] : years);
  }

  /** The file that says last what a return holds. */
  fileOf(returnYear: number): PlannedFile | undefined {
    return this.#files.get(returnYear);
  }

  /** Whether what a stored record says is now for the import to say: its return is here whole. */
  overrules(childId: string, { returnYear }: ReportedRecord): boolean {
    return this.years.has(returnYear) && !this.#unread.has(childId);
  }

  /**
   * What is left of a record that a return held and, now whole, does not hold any more. The return
   * names the child: nothing, for a later return overrules what earlier ones said of the time that
   * it covers. It does not name the child: an episode that had begun before the return's year was,
   * at the end of the year before, open, and whether it went on nobody knows, unless the return of
   * that year is here whole too, and says; a child's details stand; what else there was of the year is gone.
   */
  leftOf(
    shape: RecordShape,
    record: ReportedRecord,
    isNamedIn: (returnYear: number) => boolean,
  ): ReportedRecord | undefined {
    if (shape.module === 'header') return record;
    if (shape.module !== 'episodes') return undefined;
    const decom = record.values[shape.columns.indexOf('DECOM')] ?? '';
    let { returnYear } = record;
    while (this.years.has(returnYear)) {
      if (isNamedIn(returnYear)) return undefined;
      returnYear -= 1;
      if (returnYear < this.#first || decom >= firstDayAfterReturn(returnYear)) return undefined;
    }
    const values = [...record.values];
    for (const name of ['DEC', 'REC', 'REASON_PLACE_CHANGE'])
      values[shape.columns.indexOf(name)] = null;
    return { ...record, values, returnYear };
  }
}

/** Where nothing is whole. */
export const NO_WHOLE_RETURNS = new WholeReturns(
  [],
  { anything: false, has: () => false },
  Number.POSITIVE_INFINITY,
);
