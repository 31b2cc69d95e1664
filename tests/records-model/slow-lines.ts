import { type Cells, type CouncilFile, KINDS, type Kind } from './council-files.ts';

/** A line that stands: what it says, and which import had it say so. */
export interface Line {
  readonly cells: Cells;
  readonly by: number;
}

const LINES: readonly Kind[] = ['placement_costs', 'payments', 'general_ledger'];

export function textsOf(cells: Cells, names: readonly string[]): string {
  return names.map((name) => cells[name] ?? '').join(' | ');
}

/** The rows of a file that can be used. */
export function usable({ rows }: CouncilFile): readonly Cells[] {
  return rows.filter(({ fault }) => fault === undefined).map(({ cells }) => cells);
}

interface Held {
  line: Line;
  named: boolean;
}

/** Costs of which a file has several with the same labels: the last of them, in the place of the first. */
function lastOfEach(rows: readonly Cells[], names: readonly string[]): readonly Cells[] {
  const alike = (row: Cells) => (other: Cells) => textsOf(other, names) === textsOf(row, names);
  return rows
    .filter((row, at) => rows.findIndex(alike(row)) === at)
    .map((row) => rows.findLast(alike(row)) ?? row);
}

/**
 * The lines of costs or payments after an import. Each line of a file is one that stands and says
 * the same; else the one with its labels, which then says what the file says; else any that
 * no line of this import is; else it is new. Where files are whole, `stays` says which lines stay that
 * none of them names.
 */
export function linesAfter(
  kind: Kind,
  before: readonly Line[],
  files: readonly CouncilFile[],
  by: number,
  stays: ((cells: Cells) => boolean) | undefined,
): readonly Line[] {
  if (!LINES.includes(kind)) throw new RangeError(kind);
  const { header, key, ...more } = KINDS[kind];
  const labels = 'labels' in more ? more.labels : [];
  const all = header.split(',');
  const held: Held[] = before.map((line) => ({ line, named: false }));
  for (const file of files) {
    const taken = new Set<Held>();
    const take = (row: Cells, fits: (each: Held) => boolean) => {
      const found = held.find(
        (each) =>
          !taken.has(each) && textsOf(each.line.cells, key) === textsOf(row, key) && fits(each),
      );
      if (found !== undefined) taken.add(found);
      return found;
    };
    const change = (row: Cells, found: Held) => {
      found.line = { cells: row, by };
      found.named = true;
    };
    const said = usable(file);
    let open = labels.length === 0 ? said : lastOfEach(said, [...key, ...labels]);
    open = open.filter((row) => {
      const found = take(row, ({ line }) => textsOf(line.cells, all) === textsOf(row, all));
      if (found !== undefined) found.named = true;
      return found === undefined;
    });
    if (labels.length > 0) {
      open = open.filter((row) => {
        const found = take(row, ({ line }) => textsOf(line.cells, labels) === textsOf(row, labels));
        if (found !== undefined) change(row, found);
        return found === undefined;
      });
    }
    if (!file.isCorrection) {
      open = open.filter((row) => {
        const found = take(row, ({ named }) => labels.length === 0 || !named);
        if (found !== undefined) change(row, found);
        return found === undefined;
      });
    }
    for (const row of open) held.push({ line: { cells: row, by }, named: true });
  }
  return held
    .filter(({ line, named }) => named || stays === undefined || stays(line.cells))
    .map(({ line }) => line);
}
