import type { RowBatch } from '../intake/files/row-batch.ts';
import { RETURN_MODULES, type ReturnModuleKind } from './return-module.ts';
import { returnModule } from './return-modules.ts';
import { PassedOver } from './return-xml-passed-over.ts';

/** The name under which the XML holds a column of the CSV. */
const COLUMN_OF: Readonly<Record<string, string>> = { PL: 'PLACE', CHILDID: 'CHILD' };

/** Columns that most modules repeat, so that they tell none apart. */
const SHARED: ReadonlySet<string> = new Set(['CHILD', 'DOB', 'SEX']);

const MODULES = RETURN_MODULES.map((kind) => {
  const columns = returnModule(kind).columns.map(({ name }) => name);
  return { kind, columns, own: columns.filter((name) => !SHARED.has(name)) };
});

/** Where an element starts. */
export interface Place {
  readonly line: number;
  /** Character of the line, counted from 1. */
  readonly character: number;
}

/** The values of one element that holds others: HEADER, AREVIEW, EPISODE, … */
interface Group {
  readonly name: string;
  readonly at: Place;
  readonly values: Map<string, string>;
  /** A column that stands in it more than once with different values. */
  twice?: string;
}

interface Waiting {
  lines: number[];
  cells: (readonly string[])[];
  rejections: RowBatch['rejections'][number][];
  places: Map<readonly string[], string>;
}

/**
 * Turns the elements of a return into rows. A group of values gives a row to every module whose own
 * columns it fills, so that it does not matter how a supplier names or nests the groups; CHILD, DOB
 * and SEX come from the child's HEADER. What gives a row to none is noted.
 */
export class ReturnXmlRows {
  readonly passedOver = new PassedOver();
  #open: Group[] = [];
  #ofChild: Group[] = [];
  #childDepth: number | undefined;
  #records = 0;
  #waiting = new Map<ReturnModuleKind, Waiting>();
  /** Rows not yet taken. */
  waiting = 0;

  /** How many elements are open, and how many groups of the child at hand wait for its end. */
  get depth(): number {
    return this.#open.length;
  }

  get groupsWaiting(): number {
    return this.#ofChild.length;
  }

  open(name: string, at: Place): void {
    this.#open.push({ name, at, values: new Map() });
    if (name === 'CHILD' && this.#childDepth === undefined) {
      this.#childDepth = this.#open.length;
      this.#records += 1;
    }
  }

  close(name: string, text: string): void {
    const depth = this.#open.length;
    const group = this.#open.pop();
    const parent = this.#open.at(-1);
    if (group === undefined) return;
    if (this.#childDepth === undefined) this.#noteOutside(group, text, parent);
    else if (group.values.size > 0) this.#ofChild.push(group);
    else if (text !== '') this.#addValue(parent, name, text);
    if (name === 'CHILD' && depth === this.#childDepth) this.#endChild(group.at);
    else if (name === 'EPISODE' && group.values.size === 0) this.#ofChild.push(group);
  }

  /** The rows gathered so far, module by module, with where each came from. */
  *take(): Generator<{ kind: ReturnModuleKind; batch: RowBatch; places: Waiting['places'] }> {
    for (const { kind } of MODULES) {
      const rows = this.#waiting.get(kind);
      if (rows === undefined) continue;
      const { places, ...batch } = rows;
      yield { kind, batch, places };
    }
    this.#waiting = new Map();
    this.waiting = 0;
  }

  #noteOutside({ name, at }: Group, text: string, parent: Group | undefined): void {
    if (parent !== undefined && text !== '')
      this.passedOver.note(`${parent.name}/${name}`, at.line);
  }

  #addValue(parent: Group | undefined, name: string, text: string): void {
    if (parent === undefined) return;
    const column = COLUMN_OF[name] ?? name;
    // Some suppliers write a bare flag for what others write as a group with the date in it.
    if (column === 'UASC') {
      if (text === '1') parent.values.set('UASC', text);
      return;
    }
    const before = parent.values.get(column);
    if (before !== undefined && before !== text) parent.twice ??= column;
    parent.values.set(column, text);
  }

  #endChild(at: Place): void {
    const groups = this.#ofChild;
    this.#ofChild = [];
    this.#childDepth = undefined;
    const header = groups.find(({ name }) => name === 'HEADER') ?? groups[0];
    if (header === undefined) {
      this.passedOver.note('CHILD without any value', at.line);
      return;
    }
    const child = header.values.get('CHILD');
    const record = `record ${this.#records}, ${child === undefined ? 'no child named' : `child ${child}`}`;
    for (const group of groups) this.#addRows(group, header, record);
  }

  #addRows(group: Group, header: Group, record: string): void {
    const used = new Set(SHARED);
    for (const { kind, columns, own } of MODULES) {
      if (!this.#holds(group, kind, own)) continue;
      for (const column of columns) used.add(column);
      const cells = columns.map((column) =>
        SHARED.has(column)
          ? (group.values.get(column) ?? header.values.get(column) ?? '')
          : (group.values.get(column) ?? ''),
      );
      this.#add(kind, group, cells, `${record}, character ${group.at.character} of the line`);
    }
    for (const name of group.values.keys()) {
      if (!used.has(name) && name !== 'UASC') {
        this.passedOver.note(`${group.name}/${name}`, group.at.line);
      }
    }
  }

  #holds(group: Group, kind: ReturnModuleKind, own: readonly string[]): boolean {
    if (kind === 'header') return group.name === 'HEADER';
    if (kind === 'episodes') return group.name === 'EPISODE';
    if (kind === 'uasc' && group.values.has('UASC')) return true;
    return own.some((column) => group.values.has(column));
  }

  #add(kind: ReturnModuleKind, group: Group, cells: readonly string[], place: string): void {
    let rows = this.#waiting.get(kind);
    if (rows === undefined) {
      rows = { lines: [], cells: [], rejections: [], places: new Map() };
      this.#waiting.set(kind, rows);
    }
    const { at, twice, values } = group;
    rows.places.set(cells, place);
    this.waiting += 1;
    if (twice === undefined) {
      rows.lines.push(at.line);
      rows.cells.push(cells);
      return;
    }
    const reason = `${twice} stands in one ${group.name} more than once, with different values`;
    const value = values.get(twice) ?? null;
    rows.rejections.push({ line: at.line, column: twice, value, reason, cells });
  }
}
