import { type Cells, type CouncilFile, KINDS, type Kind } from './council-files.ts';
import type { Unread } from './slow-extent.ts';
import { textsOf, usable } from './slow-lines.ts';

/** What a return says of one child’s episode, review, details or outcomes. */
export interface Said {
  readonly cells: Cells;
  readonly year: number;
}

const NOT_OVER = { DEC: '', REC: '', REASON_PLACE_CHANGE: '' };

/** What tells one record of a module from another. */
export function nameOf(kind: Kind, { cells, year }: Said): string {
  return kind === 'oc2'
    ? `${cells.CHILD} ${year}`
    : `${cells.CHILD} ${textsOf(cells, KINDS[kind].key)}`;
}

/**
 * What is left of what a return said that an import holds whole and that does not say it any more. A
 * child’s details stand. Where the return names the child, or the record is no episode, nothing is
 * left; else an episode that had begun by the end of the year before was open then, as far as
 * is known, if a return so old is held; the return of that year may be among the whole ones too.
 */
function leftOf(
  kind: Kind,
  record: Said,
  firstYear: number,
  restated: (year: number) => boolean,
  names: (child: string, year: number) => boolean,
): Said | undefined {
  if (kind === 'header') return record;
  let { year } = record;
  while (restated(year)) {
    if (kind !== 'episodes' || names(record.cells.CHILD ?? '', year)) return undefined;
    year -= 1;
    if (year < firstYear || (record.cells.DECOM ?? '') >= `${year}-04-01`) return undefined;
  }
  return { year, cells: { ...record.cells, ...NOT_OVER } };
}

/** What is said of one module after an import. `files` are in the order of their years; `firstYear` is the oldest return with episodes that is held. */
export function returnsAfter(
  kind: Kind,
  before: readonly Said[],
  files: readonly CouncilFile[],
  whole: readonly CouncilFile[],
  unread: Unread,
  firstYear: number,
): readonly Said[] {
  const names = (child: string, year: number) =>
    files.some((file) => file.year === year && usable(file).some(({ CHILD }) => CHILD === child));
  const after: Said[] = [];
  for (const record of before) {
    const restated = (year: number) =>
      whole.some((file) => file.year === year) && !unread(record.cells.CHILD ?? '');
    const left = restated(record.year) ? leftOf(kind, record, firstYear, restated, names) : record;
    if (left !== undefined) after.push(left);
  }
  for (const file of files) {
    for (const cells of usable(file)) {
      const said = { cells, year: file.year };
      const at = after.findIndex((other) => nameOf(kind, other) === nameOf(kind, said));
      const standing = after[at];
      if (standing === undefined) after.push(said);
      else if (said.year >= standing.year) after[at] = said;
    }
  }
  return after;
}

/** An episode and how it ends: as its return says, at the start of the next, or where its child was last known to be. */
export interface Stay extends Said {
  readonly dec: string;
  readonly rec: string;
}

function endOf(episode: Said, next: Said | undefined): Pick<Stay, 'dec' | 'rec'> {
  const { DEC: dec = '', REC: rec = '', DECOM: decom = '' } = episode.cells;
  const begins = next?.cells.DECOM ?? '9999-12-31';
  if (next === undefined || (dec !== '' && dec <= begins)) return { dec, rec };
  if (next.cells.RNE !== 'S') return { dec: begins, rec: 'X1' };
  if (dec !== '') return { dec: begins, rec };
  const known = `${episode.year}-04-01`;
  return { dec: decom < known && known < begins ? known : begins, rec: '' };
}

/** Every child’s episodes with their ends. Whoever is open in an older return than the newest whole one that names anybody, and not in it, was there until the end of the year of the return that last names the child. */
export function staysOf(said: readonly Said[], wholeYears: readonly number[]): readonly Stay[] {
  const children = [...new Set(said.map(({ cells }) => cells.CHILD))];
  const histories = children.map((child) =>
    said
      .filter(({ cells }) => cells.CHILD === child)
      .sort((one, other) => ((one.cells.DECOM ?? '') < (other.cells.DECOM ?? '') ? -1 : 1)),
  );
  const lastNamed = (history: readonly Said[]) => Math.max(...history.map(({ year }) => year));
  const newest = Math.max(
    ...wholeYears.filter((year) => histories.some((history) => lastNamed(history) >= year)),
  );
  return histories.flatMap((history) =>
    history.map((episode, at): Stay => {
      const isGone =
        at === history.length - 1 &&
        (episode.cells.DEC ?? '') === '' &&
        lastNamed(history) < newest;
      if (!isGone) return { ...episode, ...endOf(episode, history[at + 1]) };
      const known = `${lastNamed(history)}-04-01`;
      const decom = episode.cells.DECOM ?? '';
      return { ...episode, dec: known > decom ? known : decom, rec: '' };
    }),
  );
}
