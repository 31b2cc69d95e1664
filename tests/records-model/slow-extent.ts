import {
  type Cells,
  type CouncilFile,
  KINDS,
  type Kind,
  type SaidExtent,
} from './council-files.ts';

/** Whether a rejected row may have been about this. */
export type Unread = (subject: string) => boolean;

/** The column of the day, of kinds whose whole files stand for days. */
const DAYS: Readonly<Record<string, string>> = {
  payments: 'run_date',
  general_ledger: 'posting_date',
};

/** For what one file stands. */
function extentOf({ kind, isCorrection }: CouncilFile, said: SaidExtent) {
  if (isCorrection) return 'changes';
  if (said !== undefined) return said;
  return kind in DAYS ? 'changes' : 'whole';
}

/** The files of a kind that say all there is: not one without a row, and none beside one of its kind, and of its year, that was refused. */
export function wholeOnes(
  files: readonly CouncilFile[],
  kind: Kind,
  said: SaidExtent,
): readonly CouncilFile[] {
  const ofKind = files.filter((file) => file.kind === kind);
  return ofKind.filter(
    (file) =>
      !file.isDamaged &&
      file.rows.length > 0 &&
      extentOf(file, said) === 'whole' &&
      !ofKind.some((other) => other.isDamaged && other.year === file.year),
  );
}

/**
 * Whether a line is within what whole files stand for: of payments and of the ledger those of the
 * days from the first to the last of one of them.
 */
export function isWithin(kind: Kind, whole: readonly CouncilFile[]): (cells: Cells) => boolean {
  const column = DAYS[kind];
  if (column === undefined) return () => true;
  const runs = whole.map(({ rows }) =>
    rows
      .filter(({ fault }) => fault === undefined)
      .map(({ cells }) => cells[column] ?? '')
      .sort(),
  );
  return (cells) => {
    const on = cells[column] ?? '';
    return runs.some((days) => days.some((day) => day <= on) && days.some((day) => day >= on));
  };
}

/** What the rejected rows of whole files may have been about, a child by any identifier. Of a rejected row of names nothing is kept, so it may have been about anybody. */
export function unreadOf(
  whole: readonly CouncilFile[],
  standing: (childId: string) => string,
): Unread {
  const subjects = new Set<string>();
  let anything = false;
  for (const { kind, rows } of whole) {
    for (const { cells, fault } of rows) {
      if (fault === undefined) continue;
      if (fault === 'about nobody' || kind === 'children_names') anything = true;
      const subject = cells[KINDS[kind].about] ?? '';
      subjects.add(subject).add(standing(subject));
    }
  }
  return (subject) => anything || subjects.has(subject);
}
