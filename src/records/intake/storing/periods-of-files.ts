import type { PlainDate } from '../../../core/plain-date.ts';

/** Days from the first to the last, both included. */
export interface DaysHeld {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** For which days each of some files stands: from the first to the last day that its rows name. */
export class PeriodsOfFiles {
  readonly #byFile = new Map<number, DaysHeld>();

  /** Notes that a row of the file names the day. */
  note(file: number, day: PlainDate): void {
    const held = this.#byFile.get(file);
    if (held === undefined) this.#byFile.set(file, { first: day, last: day });
    else if (day < held.first) this.#byFile.set(file, { ...held, first: day });
    else if (day > held.last) this.#byFile.set(file, { ...held, last: day });
  }

  /** Whether one of the files stands for the day. */
  hold(day: PlainDate): boolean {
    return this.all.some(({ first, last }) => first <= day && day <= last);
  }

  /** The days of each file. */
  get all(): readonly DaysHeld[] {
    return [...this.#byFile.values()];
  }
}
