import { isCorrection } from './correction-file.ts';
import { isOfReturn, kindOf, type PlannedFile } from './planned-file.ts';

/** For what a file stands: a whole one says that there is nothing else of what it is about, one of changes says nothing of what it does not hold. */
export type Extent = 'whole' | 'changes';

const CHANGES: ReadonlySet<string | undefined> = new Set(['payments', 'general_ledger']);

/**
 * For what a file stands: a return for its year and module, an extract of costs, budgets, places or
 * names for the council, unless whoever imports says otherwise, or whoever saved the layout by which it
 * is read did; payments and the general ledger are changes unless somebody says that a file is whole, and
 * then it is for the runs, or the days of posting, from its first to its last, for a ledger is
 * extracted period by period. A download of rejected
 * rows come back is never whole.
 */
export function extentOf(file: PlannedFile, said: Extent | undefined): Extent {
  if (isCorrection(file.recognised?.header ?? [])) return 'changes';
  return said ?? file.mapping?.extent ?? (CHANGES.has(kindOf(file)) ? 'changes' : 'whole');
}

/** The whole files of one kind of record; none where one beside them was refused, for then nobody knows what it held. Returns as XML hold every kind of a return. */
export function wholeFiles(
  files: readonly PlannedFile[],
  refused: readonly PlannedFile[],
  said: Extent | undefined,
  kind: string,
): readonly PlannedFile[] {
  const ofKind = (file: PlannedFile) =>
    kindOf(file) === kind || (kindOf(file) === 'return_xml' && !EXTRACTS.has(kind));
  const unread = refused.filter((file) => kindOf(file) === undefined || ofKind(file));
  return files.filter(
    (file) =>
      ofKind(file) &&
      extentOf(file, said) === 'whole' &&
      !unread.some(
        ({ returnYear }) =>
          !isOfReturn(file) || returnYear === undefined || returnYear === file.returnYear,
      ),
  );
}

const EXTRACTS: ReadonlySet<string> = new Set([
  ...['placement_costs', 'payments', 'budgets', 'general_ledger'],
  ...['postcodes', 'providers', 'children_names'],
]);
