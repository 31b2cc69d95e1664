import { oneOrMore } from '../../core/english.ts';
import type { RowFinding } from '../intake/files/rejection.ts';

/** More names than this are those of no return, and are counted together. */
const MOST_NAMES = 200;

interface Passed {
  count: number;
  readonly line: number;
}

/** Counts what a return as XML holds and no module has a place for. */
export class PassedOver {
  readonly #names = new Map<string, Passed>();
  readonly #others: Passed = { count: 0, line: 0 };

  /** Notes an element by its group and name. */
  note(name: string, line: number): void {
    const known = this.#names.get(name);
    if (known !== undefined) known.count += 1;
    else if (this.#names.size < MOST_NAMES) this.#names.set(name.slice(0, 200), { count: 1, line });
    else this.#others.count += 1;
  }

  /** A finding for each name, with how often it stands in the file of the path. */
  findings(path: string): readonly RowFinding[] {
    const passed: (readonly [string, Passed])[] = [...this.#names];
    if (this.#others.count > 0) passed.push(['elements of yet other names', this.#others]);
    return passed.map(([name, { count, line }]) => ({
      line,
      childId: undefined,
      rule: 'xml-passed-over',
      severity: 'warning',
      column: name,
      value: null,
      message: `${path} holds ${name} ${oneOrMore(count, 'once', `${count} times`)}; no module of the return has a place for it, and it was read past.`,
    }));
  }
}
