import type { DayNumber } from '../../core/plain-date.ts';
import type { CareHistory, Period } from '../care-cost/attribution.ts';
import type { PaceWindow } from './pace-window.ts';
import type { RateChange } from './rate-changes.ts';

/** How much of the pace is taken: as it was, or a part more or less. */
export interface Scale {
  readonly part: number;
  readonly whole: number;
}

const AS_IT_WAS: Scale = { part: 1, whole: 1 };

/** How fast one budget line's weekly cost grew and shrank in the window, and what is known of the nights to come. */
export class Pace {
  /** What arrived and what left in the window, by the week. */
  readonly inWindow = { arrived: 0, left: 0 };
  /** By night to come: how the weekly cost that is projected, what is known to arrive and what is known to leave change on it. */
  readonly #projected: number[];
  readonly #known: Readonly<Record<RateChange['kind'], number[]>>;
  readonly #toCome: Period;
  readonly #window: PaceWindow;

  constructor(window: PaceWindow, toCome: Period) {
    const nights = () => new Array<number>(toCome.to - toCome.from).fill(0);
    this.#window = window;
    this.#toCome = toCome;
    this.#projected = nights();
    this.#known = { arrived: nights(), left: nights() };
  }

  #change(changes: number[], day: DayNumber, by: number): void {
    const at = Math.max(0, day - this.#toCome.from);
    if (at < changes.length) changes[at] = (changes[at] ?? 0) + by;
  }

  #addRun(from: DayNumber, to: DayNumber, weeklyRate: number): void {
    if (to <= Math.max(from, this.#toCome.from)) return;
    this.#change(this.#projected, from, weeklyRate);
    this.#change(this.#projected, to, -weeklyRate);
  }

  /** A cost that is projected for nights to come, but those of short breaks. */
  addProjected(from: DayNumber, to: DayNumber, weeklyRate: number, care: CareHistory): void {
    this.#addRun(from, to, weeklyRate);
    for (const span of care.shortBreaks) {
      this.#addRun(Math.max(from, span.from), Math.min(to, span.to ?? to), -weeklyRate);
    }
  }

  /** A cost that began or ended, in the window or on a day to come. */
  addChange({ kind, day }: RateChange, weeklyRate: number): void {
    if (day >= this.#toCome.from) this.#change(this.#known[kind], day, weeklyRate);
    else if (day >= this.#window.from) this.inWindow[kind] += weeklyRate;
  }

  /**
   * What the nights to come cost more or less at that pace, times seven times the window's nights times
   * the scale's whole. It goes on for as many nights as it is told
   * from, and then stays where it came to. What is known to arrive or leave already counts towards it, and no night
   * costs less than nothing.
   */
  sum({ part, whole }: Scale = AS_IT_WAS): number {
    const unit = this.#window.nights * whole;
    const known = { arrived: 0, left: 0 };
    let projected = 0;
    let sum = 0;
    const ahead = (kind: RateChange['kind'], at: number) => {
      const nights = Math.min(at + 1, this.#window.nights);
      known[kind] += this.#known[kind][at] ?? 0;
      return Math.max(0, this.inWindow[kind] * nights * part - known[kind] * unit);
    };
    for (const [at, change] of this.#projected.entries()) {
      projected += change;
      const more = ahead('arrived', at) - ahead('left', at);
      sum += Math.max(more, -Math.max(0, projected) * unit);
    }
    return sum;
  }
}
