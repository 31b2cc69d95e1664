import { type CostsOfChild, type Passed, type Told, tellChild } from './child-parts.ts';
import type { CodedMonths } from './coded-months.ts';
import { codeKey, codeOf, type LedgerCode } from './ledger-code.ts';
import { MonthCount } from './month-count.ts';
import type { Month } from './months.ts';

/** Counts the months of every code, child by child: no row is kept. */
export class CodeMonths {
  readonly #months: readonly Month[];
  readonly #passed: Passed;
  readonly #byCode = new Map<string, MonthCount[]>();
  readonly #told: Told;

  constructor(months: readonly Month[], passed: Passed) {
    this.#months = months;
    this.#passed = passed;
    this.#told = {
      cost: ({ month, element, nights }) =>
        this.#of(codeOf(element), month).addCost(nights, element.weeklyRate),
      paid: ({ month, payment, part, whole }) => {
        const count = this.#of(codeOf(payment), month);
        const total = payment.status === 'accrual' ? count.accrualLines : count.paid;
        total.add(payment.gross, part, whole);
      },
      run: ({ month, payment }) => this.#of(codeOf(payment), month).addRun(payment.gross),
    };
  }

  /** Adds one child. */
  add(child: CostsOfChild): void {
    tellChild(child, this.#months, this.#passed, this.#told);
  }

  /** What was counted, by the key of the code. */
  get counted(): CodedMonths {
    return new Map(
      Array.from(this.#byCode, ([key, counts]) => [key, counts.map(({ cost }) => cost)]),
    );
  }

  #of(code: LedgerCode, month: Month): MonthCount {
    const key = codeKey(code);
    let counts = this.#byCode.get(key);
    if (counts === undefined) {
      counts = this.#months.map(() => new MonthCount());
      this.#byCode.set(key, counts);
    }
    return counts[month.at] as MonthCount;
  }
}
