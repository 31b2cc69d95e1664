import { ChildRecords } from '../../history/child-records.ts';
import { RETURN_MODULES, type ReturnModuleKind } from '../../returns/return-module.ts';
import { wholeFiles } from '../imports/extent.ts';
import { HistoryChecks } from '../imports/history-checks.ts';
import type { ImportRun } from '../imports/import-run.ts';
import { OneBehind } from '../imports/one-behind.ts';
import type { PlannedFile } from '../imports/planned-file.ts';
import { readPlanned } from '../imports/read-files.ts';
import { filesOf } from '../imports/reading-order.ts';
import { standsBefore } from './files-before.ts';
import { KnownChildren } from './known-children.ts';
import { isReturnBatch } from './return-batch.ts';
import { type RowLayout, rowLayout } from './row-layout.ts';
import { settleGone } from './settle-gone.ts';
import { storeModule } from './store-module.ts';
import { UnreadSubjects } from './unread-subjects.ts';
import { WholeReturns } from './whole-returns.ts';
import { writeRepairs } from './write-repairs.ts';

type Collected = Map<ReturnModuleKind, ChildRecords>;

async function collect(
  run: ImportRun,
  file: PlannedFile,
  layouts: ReadonlyMap<ReturnModuleKind, RowLayout>,
  collected: Collected,
): Promise<void> {
  const returnYear = file.returnYear ?? 0;
  for await (const batch of readPlanned(run.reader, file, run.tally, run.latest, run.held)) {
    const layout = isReturnBatch(batch) ? layouts.get(batch.kind) : undefined;
    if (layout === undefined || !isReturnBatch(batch)) continue;
    const standing = collected.get(layout.kind);
    const records = standing ?? new ChildRecords(layout.shape, run.tally);
    if (standing === undefined) collected.set(layout.kind, records);
    // A child's details are those of the identifier; all else is of the child.
    const follows = layout.kind !== 'header';
    for (const { values, line } of batch.rows) {
      const said = values[0] ?? '';
      const childId = follows ? run.links.standing(said) : said;
      const own = childId === said ? values : [childId, ...values.slice(1)];
      records.add(childId, { values: own, returnYear, file: file.number, line });
    }
    await writeRepairs(run);
  }
}

/** The earliest return of which episodes were taken, now or before. */
async function firstYearHeld({ tx, files, importId }: ImportRun): Promise<number> {
  const [row] = await tx.rows(
    `select min(return_year) from import_file
     where authority_id = $1 and kind in ('episodes', 'return_xml') and ${standsBefore('$2')}`,
    [tx.authority, importId],
  );
  const now = [...filesOf(files, 'episodes'), ...filesOf(files, 'return_xml')].map(
    ({ returnYear }) => returnYear ?? Number.POSITIVE_INFINITY,
  );
  return Math.min(Number(row?.[0] ?? Number.POSITIVE_INFINITY), ...now);
}

/** Of which years the files hold a module whole: those with rows, for a file without any says nothing. */
function wholeReturns(run: ImportRun, { kind }: RowLayout, firstYear: number): WholeReturns {
  const { files, refused, extent, tally, links } = run;
  const whole = wholeFiles(files, refused, extent, kind).filter(
    ({ number }) => tally.of(number).rows > 0,
  );
  return new WholeReturns(whole, new UnreadSubjects(whole, tally, ['CHILD'], links), firstYear);
}

/**
 * Reads the returns and stores their history, one module after another, the next being read while
 * one is stored, so that few records are held at a time (a return as XML holds all modules and is
 * read first). Gives the children whom no header names, and those whose histories were checked.
 */
export async function storeReturns(run: ImportRun): Promise<{
  readonly childrenWithoutHeader: Iterable<string>;
  readonly childrenChecked: ReadonlySet<string>;
  /** The years of which something was whole. */
  readonly yearsRestated: readonly number[];
}> {
  const layouts = new Map(RETURN_MODULES.map((kind) => [kind, rowLayout(kind)] as const));
  const collected: Collected = new Map();
  for (const file of filesOf(run.files, 'return_xml')) {
    await collect(run, file, layouts, collected);
  }
  const yearsRestated = new Set<number>();
  const firstYear = await firstYearHeld(run);
  const children = new KnownChildren(run.tx);
  const histories = new HistoryChecks(run);
  const storing = new OneBehind();
  try {
    for (const [kind, layout] of layouts) {
      for (const file of filesOf(run.files, kind)) {
        run.onProgress(`Reading ${file.source.path}`, 0, 0);
        await collect(run, file, layouts, collected);
      }
      const held = collected.get(kind);
      collected.delete(kind);
      const whole = wholeReturns(run, layout, firstYear);
      for (const year of whole.years) yearsRestated.add(year);
      if (held === undefined && whole.years.size === 0) continue;
      const incoming = held ?? new ChildRecords(layout.shape, run.tally);
      const onProgress = (done: number, total: number) =>
        run.onProgress(`Storing ${kind}, children`, done, total);
      await storing.follow(() =>
        storeModule(layout, incoming, { ...run, children, histories, whole, onProgress }),
      );
    }
  } catch (error) {
    // What is wrong with what is being stored goes first: it would make this fail too.
    await storing.done();
    throw error;
  }
  await storing.done();
  await histories.checkThoseBornOtherwise();
  await settleGone(run);
  await writeRepairs(run);
  return {
    childrenWithoutHeader: children.withoutHeader,
    childrenChecked: histories.checked,
    yearsRestated: [...yearsRestated],
  };
}
