import type { PlainDate } from '../../../core/plain-date.ts';
import type { LinksInForce } from '../../links/links-in-force.ts';
import { isCorrection } from '../imports/correction-file.ts';
import { wholeFiles } from '../imports/extent.ts';
import type { ImportRun } from '../imports/import-run.ts';
import { OneBehind } from '../imports/one-behind.ts';
import type { PlannedFile } from '../imports/planned-file.ts';
import { readPlanned } from '../imports/read-files.ts';
import { extractsOf } from '../imports/reading-order.ts';
import {
  type ExtractRow,
  type ExtractRowKind,
  extractValues,
  isExtractBatch,
} from './extract-layout.ts';
import type { ExtractWriter, RowNote, RowsStored } from './extract-writer.ts';
import { LineWriter } from './line-writer.ts';
import { NamedRows } from './named-rows.ts';
import { type DaysHeld, PeriodsOfFiles } from './periods-of-files.ts';
import { RecordWriter } from './record-writer.ts';
import { blaming } from './refused-by-database.ts';
import { summedBudgets } from './sum-budgets.ts';
import { UnreadSubjects } from './unread-subjects.ts';
import { withdrawUnnamed } from './withdraw-unnamed.ts';

type Layout = ReturnType<typeof extractValues>['layout'];

interface Known {
  readonly writer: ExtractWriter;
  readonly layout: Layout;
  readonly named: NamedRows | undefined;
  /** The numbers of the files that are whole. */
  readonly whole: ReadonlySet<number>;
  /** For which days these stand, where they stand for days. */
  readonly periods: PeriodsOfFiles;
}

/** The writers of one import, and the budgets of the file being read, which are added up before they are stored. */
class Writers {
  readonly #run: ImportRun;
  readonly #byKind = new Map<ExtractRowKind, Known>();
  #budgets: ExtractRow[] = [];

  constructor(run: ImportRun) {
    this.#run = run;
  }

  /** Writes what could only be decided when all files were read, and withdraws what whole ones no longer hold. */
  async finish(): Promise<void> {
    const { tx, tally, links } = this.#run;
    for (const [kind, { writer, layout, named, periods }] of this.#byKind) {
      await writer.finish((file) => {
        tally.of(file).changed += 1;
      });
      // A file without a row says nothing.
      const files = this.#whole(kind).filter(({ number }) => tally.of(number).rows > 0);
      const last = files.at(-1);
      if (named === undefined || last === undefined) continue;
      const unread = new UnreadSubjects(
        files,
        tally,
        [layout.lookUp.column, ...layout.about],
        links,
      );
      tally.of(last.number).withdrawn += await withdrawUnnamed(
        ...[tx, layout, named, unread, periods],
      );
    }
  }

  async add(kind: ExtractRowKind, layout: Layout, rows: readonly ExtractRow[], file: PlannedFile) {
    const known = this.#byKind.get(kind) ?? this.#made(kind, layout);
    this.#byKind.set(kind, known);
    const { day } = layout;
    if (day !== undefined && known.whole.has(file.number)) {
      for (const { values } of rows)
        known.periods.note(file.number, values[day.position] as PlainDate);
    }
    if (kind !== 'budgets') {
      this.#note(file, kind, layout, await known.writer.add(rows, file.number));
      return;
    }
    for (const row of rows) this.#budgets.push(row);
  }

  async endFile(file: PlannedFile): Promise<void> {
    for (const [kind, { writer, layout }] of this.#byKind) {
      if (kind === 'budgets' && this.#budgets.length > 0) {
        const { rows, notes } = summedBudgets(this.#budgets, layout);
        this.#budgets = [];
        const stored = await writer.add(rows, file.number);
        this.#note(file, kind, layout, { ...stored, notes: [...notes, ...stored.notes] });
      }
      this.#note(file, kind, layout, await writer.endFile());
    }
  }

  #made(kind: ExtractRowKind, layout: Layout): Known {
    const { tx, importId, files } = this.#run;
    const whole = new Set(this.#whole(kind).map(({ number }) => number));
    const named = whole.size > 0 ? new NamedRows() : undefined;
    const about = { layout, named, whole, periods: new PeriodsOfFiles() };
    if (layout.hasLines !== true) {
      return { ...about, writer: new RecordWriter(tx, layout, importId, named) };
    }
    const corrections = files.filter(({ recognised }) => isCorrection(recognised?.header ?? []));
    const addsOnly = (number: number) => corrections.some((file) => file.number === number);
    return { ...about, writer: new LineWriter(layout, { tx, importId, addsOnly, named }) };
  }

  /** For which days the whole files stand, of each table whose files stand for days. */
  get daysHeld(): ReadonlyMap<string, readonly DaysHeld[]> {
    return new Map(
      Array.from(this.#byKind.values()).flatMap(({ layout, periods, whole }) =>
        layout.day === undefined || whole.size === 0 ? [] : [[layout.table, periods.all] as const],
      ),
    );
  }

  /** The whole files of a kind. */
  #whole(kind: ExtractRowKind): readonly PlannedFile[] {
    const { files, refused, extent } = this.#run;
    return wholeFiles(files, refused, extent, kind);
  }

  #note(file: PlannedFile, kind: ExtractRowKind, layout: Layout, stored: RowsStored): void {
    const counts = this.#run.tally.of(file.number);
    counts.added += stored.added;
    counts.changed += stored.changed;
    counts.superseded += stored.superseded;
    for (const note of stored.notes) {
      const { childAt } = layout;
      this.#run.tally.findings.push({
        line: note.line,
        childId: childAt === undefined ? undefined : String(note.key[childAt]),
        rule: note.rule,
        severity: 'warning',
        column: null,
        value: note.key.join('|'),
        message: inWords(file.source.path, note),
        kind,
        returnYear: 0,
        path: file.source.path,
      });
    }
  }
}

function inWords(path: string, { key, line, earlier, outcome }: RowNote): string {
  const named = key.filter((part) => part !== '').join(', ');
  if (line === 0) return `${path} names ${named} ${outcome}.`;
  const before = earlier === undefined ? 'and another file of this import' : `and line ${earlier}`;
  return `${path}, line ${line} ${before} name ${named} ${outcome}.`;
}

/** Rows about children, each about the one whom its identifier stands for; a name is the identifier's own. */
function followed(
  rows: readonly ExtractRow[],
  childAt: number | undefined,
  links: LinksInForce,
): readonly ExtractRow[] {
  if (childAt === undefined) return rows;
  return rows.map((row) => {
    const said = String(row.values[childAt]);
    const childId = links.standing(said);
    return childId === said ? row : { ...row, values: row.values.with(childAt, childId) };
  });
}

async function storeFile(
  run: ImportRun,
  file: PlannedFile,
  writers: Writers,
  storing: OneBehind,
): Promise<void> {
  for await (const batch of readPlanned(run.reader, file, run.tally, run.latest, run.held)) {
    if (!isExtractBatch(batch)) continue;
    const { layout, rows: said } = extractValues(batch);
    const rows = layout.table === 'child_name' ? said : followed(said, layout.childAt, run.links);
    await storing.follow(() => blaming(file, () => writers.add(batch.kind, layout, rows, file)));
    run.onProgress(`Storing ${file.source.path}, rows`, run.tally.of(file.number).rows, 0);
  }
  await storing.follow(() => blaming(file, () => writers.endFile(file)));
}

/**
 * Stores cost records and directories, files in order of their paths: where two rows name one
 * record the last stands, lines of payments all stand, and lines of one budget are added. The next
 * rows are read while some are stored. Gives for which days whole files stand, by table, of those of
 * which they stand for days.
 */
export async function storeExtracts(
  run: ImportRun,
): Promise<ReadonlyMap<string, readonly DaysHeld[]>> {
  const writers = new Writers(run);
  const storing = new OneBehind();
  try {
    for (const file of extractsOf(run.files)) {
      await storeFile(run, file, writers, storing);
    }
  } finally {
    await storing.settled();
  }
  await storing.done();
  await writers.finish();
  return writers.daysHeld;
}
