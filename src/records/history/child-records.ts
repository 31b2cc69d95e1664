import type { HistoryListener } from './history-listener.ts';
import { mergeRecords } from './merge-records.ts';
import { type RecordShape, type ReportedRecord, recordKey } from './reported-record.ts';

/** The records of one module, child by child, with at most one record a key: the one that stands. */
export class ChildRecords {
  readonly #shape: RecordShape;
  readonly #listener: HistoryListener;
  readonly #children = new Map<string, ReportedRecord[]>();
  /** By return, the children of whom it holds an episode that a later return has too. */
  readonly #saidAgain = new Map<number, Set<string>>();

  constructor(shape: RecordShape, listener: HistoryListener) {
    this.#shape = shape;
    this.#listener = listener;
  }

  /** Children with at least one record, in the order in which they first came. */
  children(): IterableIterator<string> {
    return this.#children.keys();
  }

  /** The standing records of a child. */
  of(childId: string): readonly ReportedRecord[] {
    return this.#children.get(childId) ?? [];
  }

  /** Whether a return holds an episode of the child, if only one for which a later return's stands. */
  isNamedIn(childId: string, returnYear: number): boolean {
    return (
      this.#saidAgain.get(returnYear)?.has(childId) === true ||
      this.of(childId).some((record) => record.returnYear === returnYear)
    );
  }

  /** Lets a child's records go, once they are stored. */
  release(childId: string): void {
    this.#children.delete(childId);
  }

  /** Adds a report of a record; where one stands already the history rules decide. */
  add(childId: string, record: ReportedRecord): void {
    const records = this.#children.get(childId);
    if (records === undefined) {
      this.#children.set(childId, [record]);
      return;
    }
    const key = recordKey(this.#shape, record);
    const position = records.findIndex((standing) => recordKey(this.#shape, standing) === key);
    const standing = records[position];
    if (standing === undefined) {
      records.push(record);
      return;
    }
    records[position] = this.#merge(childId, standing, record);
  }

  #merge(childId: string, standing: ReportedRecord, incoming: ReportedRecord): ReportedRecord {
    const { kept, superseded, repair } = mergeRecords(this.#shape, childId, standing, incoming);
    if (this.#shape.module === 'episodes' && superseded.returnYear !== kept.returnYear) {
      const named = this.#saidAgain.get(superseded.returnYear) ?? new Set();
      this.#saidAgain.set(superseded.returnYear, named.add(childId));
    }
    if (repair?.rule === 'closed-by-later-return') this.#listener.repaired(superseded);
    else this.#listener.superseded(superseded);
    const ofOneFile = standing.file !== undefined && standing.file === incoming.file;
    if (repair === undefined && ofOneFile) {
      this.#listener.identical(this.#shape.module, incoming);
    }
    if (repair !== undefined) this.#listener.logged(repair);
    return kept;
  }
}
