import { type Cells, type CouncilFile, KINDS, type Kind, type Link } from './council-files.ts';
import type { Standing } from './slow-council.ts';
import { type Line, textsOf, usable } from './slow-lines.ts';
import { nameOf, type Said } from './slow-returns.ts';

/** Two identifiers of which what is recorded under the first comes to stand under the second. */
export interface Together {
  readonly one: string;
  readonly stays: string;
}

/** A child’s details and name are the identifier’s own; all else about a child is of the child. */
function columnOfChild(kind: Kind): 'CHILD' | 'child_id' | undefined {
  const { header, shape } = KINDS[kind];
  if (kind === 'header' || kind === 'children_names') return undefined;
  if (shape === 'return') return 'CHILD';
  return header.split(',').includes('child_id') ? 'child_id' : undefined;
}

/** Which identifier follows which. */
export class Following {
  readonly #links: Link[] = [];

  /** Adds a link; gives what comes to stand together. */
  add(link: Link): Together {
    const stays = this.standing(link.follows);
    this.#links.push(link);
    return { one: link.childId, stays };
  }

  /** The identifier under which what is said of this one stands. */
  standing(childId: string): string {
    const link = this.#links.find((each) => each.childId === childId);
    return link === undefined ? childId : this.standing(link.follows);
  }

  follows(childId: string): boolean {
    return this.standing(childId) !== childId;
  }
}

/** The file as if it named each child by the identifier under which the child stands. */
export function followed(file: CouncilFile, following: Following): CouncilFile {
  const column = columnOfChild(file.kind);
  if (column === undefined) return file;
  const rows = file.rows.map((row) => {
    const child = following.standing(row.cells[column] ?? '');
    return { ...row, cells: { ...row.cells, [column]: child } };
  });
  return { ...file, rows };
}

/** Those of others and of the identifier that stays, then those that come to stand under it, without any that `clashes` with one there. */
function together<Record extends { readonly cells: Cells }>(
  kind: Kind,
  records: readonly Record[],
  { one, stays }: Together,
  clashes: (mine: Record, there: Record) => boolean,
): readonly Record[] {
  const column = columnOfChild(kind);
  if (column === undefined) return records;
  const there = records.filter(({ cells }) => cells[column] !== one);
  const moved = records
    .filter(({ cells }) => cells[column] === one)
    .map((record): Record => ({ ...record, cells: { ...record.cells, [column]: stays } }))
    .filter((record) => !there.some((each) => clashes(record, each)));
  return [...there, ...moved];
}

/** Costs and payments once two identifiers are one child’s: of costs with one provider, cost centre and subjective that of the identifier that stays is kept. */
export function linesTogether(
  kind: Kind,
  lines: readonly Line[],
  linked: Together,
): readonly Line[] {
  const { key, ...more } = KINDS[kind];
  const labels: readonly string[] = 'labels' in more ? more.labels : [];
  const named = ({ cells }: Line) => textsOf(cells, [...key, ...labels]);
  const clashes = (mine: Line, there: Line) => labels.length > 0 && named(mine) === named(there);
  return together(kind, lines, linked, clashes);
}

/** What returns said once two identifiers are one child’s: of two records of one key that of the identifier that stays is kept. */
export function saidTogether(kind: Kind, said: readonly Said[], linked: Together): readonly Said[] {
  const clashes = (mine: Said, there: Said) => nameOf(kind, mine) === nameOf(kind, there);
  return together(kind, said, linked, clashes);
}

/** Why a link is refused. */
export type Refusal = 'one and the same' | 'not known' | 'follows another';

/** All that speaks against a link, after everything `made` of which some stands; it is made where nothing does. An identifier that a return has named stays known when that import is taken back. */
export function refusals(
  { childId, follows }: Link,
  made: readonly (Pick<Standing, 'made'> & { readonly stands: boolean })[],
): Refusal[] {
  const following = new Following();
  const known = new Set<string | undefined>();
  for (const { made: one, stands } of made) {
    if (one.what === 'link' && stands) following.add(one);
    if (one.what === 'link') continue;
    const returns = one.files.filter(
      ({ kind, isDamaged }) => !isDamaged && KINDS[kind].shape === 'return',
    );
    for (const { CHILD } of returns.flatMap(usable)) known.add(CHILD);
  }
  const found: Refusal[] = [];
  const either = [childId, follows];
  if (childId === follows) found.push('one and the same');
  if (either.some((each) => !known.has(each))) found.push('not known');
  if (either.some((each) => following.follows(each))) found.push('follows another');
  return found;
}
