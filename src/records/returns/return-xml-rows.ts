import type { RowBatch } from '../files/row-batch.ts';
import { RETURN_MODULES, type ReturnModuleKind } from './return-module.ts';
import { returnModule } from './return-modules.ts';

/** The name under which the XML holds a column of the CSV. */
const COLUMN_OF: Readonly<Record<string, string>> = { PL: 'PLACE', CHILDID: 'CHILD' };

/** Columns that most modules repeat, so that they tell none apart. */
const SHARED: ReadonlySet<string> = new Set(['CHILD', 'DOB', 'SEX']);

const MODULES = RETURN_MODULES.map((kind) => {
  const columns = returnModule(kind).columns.map(({ name }) => name);
  return { kind, columns, own: columns.filter((name) => !SHARED.has(name)) };
});

/** The values of one element that holds others: HEADER, AREVIEW, EPISODE, … */
interface Group {
  readonly name: string;
  readonly line: number;
  readonly values: Map<string, string>;
}

interface Waiting {
  lines: number[];
  cells: (readonly string[])[];
}

/**
 * Turns the elements of a return into rows. A group of values gives a row to every module whose own
 * columns it fills, so that it does not matter how a supplier names or nests the groups; CHILD, DOB
 * and SEX come from the child's HEADER.
 */
export class ReturnXmlRows {
  #open: Group[] = [];
  #ofChild: Group[] = [];
  #waiting = new Map<ReturnModuleKind, Waiting>();
  /** Rows not yet taken. */
  waiting = 0;

  open(name: string, line: number): void {
    this.#open.push({ name, line, values: new Map() });
  }

  close(name: string, text: string): void {
    const group = this.#open.pop();
    const parent = this.#open.at(-1);
    if (group === undefined) return;
    if (group.values.size > 0) this.#ofChild.push(group);
    else if (text !== '') this.#addValue(parent, name, text);
    if (name === 'CHILD') this.#endChild();
    else if (name === 'EPISODE' && group.values.size === 0) this.#ofChild.push(group);
  }

  /** The rows gathered so far, module by module. */
  *take(): Generator<{ kind: ReturnModuleKind; batch: RowBatch }> {
    for (const { kind } of MODULES) {
      const rows = this.#waiting.get(kind);
      if (rows === undefined) continue;
      yield { kind, batch: { ...rows, rejections: [] } };
    }
    this.#waiting = new Map();
    this.waiting = 0;
  }

  #addValue(parent: Group | undefined, name: string, text: string): void {
    if (parent === undefined) return;
    const column = COLUMN_OF[name] ?? name;
    // Some suppliers write a bare flag for what others write as a group with the date in it.
    if (column === 'UASC') {
      if (text === '1') parent.values.set('UASC', text);
    } else parent.values.set(column, text);
  }

  #endChild(): void {
    const groups = this.#ofChild;
    this.#ofChild = [];
    const header = groups.find(({ name }) => name === 'HEADER') ?? groups[0];
    if (header === undefined) return;
    for (const group of groups) {
      for (const { kind, columns, own } of MODULES) {
        if (!this.#holds(group, kind, own)) continue;
        const cells = columns.map((column) =>
          SHARED.has(column)
            ? (group.values.get(column) ?? header.values.get(column) ?? '')
            : (group.values.get(column) ?? ''),
        );
        this.#add(kind, group.line, cells);
      }
    }
  }

  #holds(group: Group, kind: ReturnModuleKind, own: readonly string[]): boolean {
    if (kind === 'header') return group.name === 'HEADER';
    if (kind === 'episodes') return group.name === 'EPISODE';
    if (kind === 'uasc' && group.values.has('UASC')) return true;
    return own.some((column) => group.values.has(column));
  }

  #add(kind: ReturnModuleKind, line: number, cells: readonly string[]): void {
    let rows = this.#waiting.get(kind);
    if (rows === undefined) {
      rows = { lines: [], cells: [] };
      this.#waiting.set(kind, rows);
    }
    rows.lines.push(line);
    rows.cells.push(cells);
    this.waiting += 1;
  }
}
