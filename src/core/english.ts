/**
 * How figures and lists stand in sentences. Money is in `money.ts`, days in `plain-date.ts`,
 * instants in `instant.ts`; a test holds that no other place makes plurals by hand.
 */

const FIGURES = new Intl.NumberFormat('en-GB');

/** A number as it is read: `1,040`, `20.5`; to three decimals. */
export function inFigures(number: number): string {
  return FIGURES.format(number);
}

/** The word or words that go with so many: `oneOrMore(1, 'row ends', 'rows end')` is `row ends`. Zero is many. */
export function oneOrMore(number: number, one: string, several = `${one}s`): string {
  return number === 1 ? one : several;
}

/** So many of a thing: `1 row`, `1,204 rows`, `2 children`. */
export function counted(number: number, one: string, several?: string): string {
  return `${inFigures(number)} ${oneOrMore(number, one, several)}`;
}

/** Things one after another: `A`, `A and B`, `A, B and C`; empty for none. */
export function listed(things: readonly string[], last = 'and'): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} ${last} ${things.at(-1)}`;
}
