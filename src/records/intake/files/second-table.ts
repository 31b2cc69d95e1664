import { canonicalHeader } from './header.ts';
import { kindName } from './kind-name.ts';
import { layoutOf } from './layout.ts';
import { layoutFor, ROW_KINDS } from './match-layout.ts';
import type { TableShape } from './table-shape.ts';

/** Every name under which a layout has a column, patterns aside. */
const COLUMN_NAMES: ReadonlySet<string> = new Set(
  ROW_KINDS.flatMap((kind) => layoutOf(kind).fields).flatMap(({ name, synonyms }) => [
    name,
    ...synonyms.filter((synonym) => typeof synonym === 'string'),
  ]),
);

const HOLDS_FIGURE = /\d/;

function namesOf(cells: readonly string[]): string {
  return cells.map(canonicalHeader).join('|').replace(/\|+$/, '');
}

/** Tells rows of a table from a header that stands inside it again, and from the rows of another table below. */
export class SecondTable {
  readonly #shape: TableShape;
  readonly #names: readonly string[];
  #below: string | undefined;

  constructor(shape: TableShape) {
    this.#shape = shape;
    this.#names = shape.header.map(canonicalHeader);
  }

  /** Why a row is none of the table; undefined when it may be one. */
  faultOf(line: number, cells: readonly string[]): string | undefined {
    if (this.#below !== undefined) return this.#below;
    const first = cells[0] || (cells.find((cell) => cell !== '') ?? '');
    // Nearly every row starts with an identifier, which is looked at no further.
    if (HOLDS_FIGURE.test(first)) return undefined;
    const name = canonicalHeader(first);
    if (!COLUMN_NAMES.has(name) && !this.#names.includes(name)) return undefined;
    if (namesOf(cells) === namesOf(this.#shape.header)) return 'The row repeats the header';
    const kind = layoutFor(cells)?.layout.kind;
    if (kind === undefined) return undefined;
    const what =
      kind === this.#shape.kind
        ? 'names the columns anew, in another order'
        : `names the columns of another table (${kindName(kind)})`;
    const remedy = 'save each table as a file of its own';
    this.#below = `The row stands below line ${line}, which ${what}; ${remedy}`;
    return `The row ${what}; ${remedy}`;
  }
}
