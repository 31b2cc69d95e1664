import { historyChecker } from '../../history/check-history.ts';
import { type SettledEpisode, settleEpisodes } from '../../history/settle-episodes.ts';
import { type RowLayout, rowLayout } from '../storing/row-layout.ts';
import { rowsAbout } from '../storing/rows-about.ts';
import { HISTORIES } from '../storing/settle-gone.ts';
import { storedRecords } from '../storing/stored-records.ts';
import type { ImportRun } from './import-run.ts';

const CHILDREN_AT_ONCE = 1_000;
const EPISODES = rowLayout('episodes');

/** What of an import, or of a link, the checks look at. */
type ChecksRun = Pick<ImportRun, 'tx' | 'tally' | 'today' | 'files'>;

/** Rows of children as they are written: the child's identifier first. */
interface WrittenRows {
  readonly added: readonly (readonly unknown[])[];
  readonly changed: readonly (readonly unknown[])[];
}

/** Checks the history of every child whom an import touches, once, with the date of birth that holds after it. */
export class HistoryChecks {
  readonly #run: ChecksRun;
  readonly #check = historyChecker(EPISODES.shape);
  /** Dates of birth of children about to be checked. */
  #born = new Map<string, string | null>();
  /** Children whose header this import changes. */
  readonly #bornOtherwise = new Set<string>();
  readonly checked = new Set<string>();

  constructor(run: ChecksRun) {
    this.#run = run;
  }

  /** Notes children whose header changes: their histories are checked again, with episodes of this import or without. */
  noteBirths(layout: RowLayout, { changed }: WrittenRows): void {
    const childAt = layout.columns.indexOf('child_id');
    for (const row of changed) this.#bornOtherwise.add(String(row[childAt]));
  }

  /** Reads what the checks of some children need. */
  async prepare(childIds: readonly string[]): Promise<void> {
    const { tx } = this.#run;
    const rows = await rowsAbout(tx, 'child', ['child_id', 'dob'], 'child_id', childIds);
    const born = rows.filter(([, dob]) => dob !== null);
    this.#born = new Map(born.map(([childId, dob]) => [String(childId), String(dob)]));
  }

  /** Checks one child's episodes, in order. */
  check(childId: string, episodes: readonly SettledEpisode[]): void {
    const { tally, today, files } = this.#run;
    this.checked.add(childId);
    for (const found of this.#check(episodes, this.#born.get(childId) ?? null, today)) {
      const { rule, record, column, value, message } = found;
      const file = files.find(({ number }) => number === record.file);
      tally.findings.push({
        line: record.line ?? 0,
        childId,
        rule,
        severity: 'warning',
        column,
        value,
        message,
        kind: HISTORIES,
        returnYear: 0,
        path: file?.source.path ?? null,
      });
    }
  }

  /** Checks those whose header changed and of whom no episode came in. */
  async checkThoseBornOtherwise(): Promise<void> {
    const unchecked = [...this.#bornOtherwise].filter((childId) => !this.checked.has(childId));
    for (let start = 0; start < unchecked.length; start += CHILDREN_AT_ONCE) {
      const some = unchecked.slice(start, start + CHILDREN_AT_ONCE);
      await this.prepare(some);
      const stored = await storedRecords(this.#run.tx, EPISODES, some);
      for (const childId of some) {
        const reported = Array.from(stored.get(childId)?.values() ?? [], (one) => one.reported);
        this.check(childId, settleEpisodes(EPISODES.shape, childId, reported).episodes);
      }
    }
  }
}
