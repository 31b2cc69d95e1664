import { counted, oneOrMore } from '../../core/english.ts';
import { type Pence, penceOf, poundsAndPence } from '../../core/money.ts';
import { type DayNumber, dateInWords, dateOfDayNumber } from '../../core/plain-date.ts';
import type { DifferenceCause, Explanation } from '../care-cost/difference-cause.ts';
import { MOST_NIGHTS } from '../care-cost/item-causes.ts';
import { inWords } from './value-in-words.ts';

/** Of many causes the largest are told. */
const MOST_TOLD = 3;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const;

/** Without its year: all is of one financial year. */
function day(number: DayNumber): string {
  return dateInWords(dateOfDayNumber(number)).replace(/ \d{4}$/, '');
}

const pounds = (amount: number) => poundsAndPence(penceOf(Math.round(Math.abs(amount))));

/** As a ledger has a period: both days counted. */
function days({ from, to }: DifferenceCause): string {
  return to - from === 1 ? day(from) : `${day(from)} to ${day(to - 1)}`;
}

function nights(count: number, rate: Pence, way: 'more' | 'less'): string {
  const size = Math.abs(count);
  const number = NUMBERS[size];
  const many =
    number === undefined ? counted(size, 'night') : `${number} ${oneOrMore(size, 'night')}`;
  return `${many} at ${poundsAndPence(rate)} a week ${way} than committed`;
}

const way = (amount: number) => (amount < 0 ? 'less' : 'more');

function told(cause: DifferenceCause): string {
  const { from, to, amount } = cause;
  const dates = `${day(from)} to ${day(to)}`;
  const size = to - from;
  switch (cause.kind) {
    case 'no-payment':
      return `no payment at all; ${pounds(amount)} is due for ${days(cause)}`;
    case 'not-committed':
      return `${pounds(amount)} paid for ${days(cause)}, and nothing committed`;
    case 'not-covered':
      if (size > MOST_NIGHTS || cause.rate === undefined) {
        return `no payment covers ${days(cause)} (${pounds(amount)})`;
      }
      return `${nights(size, cause.rate, 'less')}: ${dates}, which no payment covers`;
    case 'nights-after': {
      const of = oneOrMore(
        size,
        'the night of the day on which the cost ends',
        'after the cost ends',
      );
      return `${nights(size, cause.rate, 'more')}: ${dates}, ${of}`;
    }
    case 'nights-before': {
      const of = oneOrMore(size, 'a day before the cost starts', 'before the cost starts');
      return `${nights(size, cause.rate, 'more')}: ${dates}, ${of}`;
    }
    case 'nights-in-payment':
      return `${nights(cause.nights, cause.rate, way(amount))} in what is paid for ${days(cause)}, which comes to ${poundsAndPence(cause.paid)} a week`;
    case 'paid-twice':
      return cause.accrued
        ? `paid and still accrued for ${days(cause)} (${pounds(amount)} too much)`
        : `paid twice for ${days(cause)} (${pounds(amount)} too much)`;
    case 'other-rate':
      return `paid at ${poundsAndPence(cause.paid)} a week for ${days(cause)}, committed at ${poundsAndPence(cause.committed)} a week`;
    case 'one-rate':
      return `paid at ${poundsAndPence(cause.paid)} a week throughout ${days(cause)}, committed at more than one rate`;
    case 'nothing-due':
      return `${poundsAndPence(cause.paid)} paid for ${days(cause)}, for which nothing is committed`;
    case 'other-amount':
      return `${poundsAndPence(cause.paid)} paid for ${days(cause)}, where ${poundsAndPence(cause.committed)} is committed: not explained`;
  }
}

/** What explains a difference, in words; what does not come to all of it says so. */
export function explanationInWords(explanation: Explanation, difference: Pence): string {
  const { causes, nights: whole, isWhole } = explanation;
  if (whole !== undefined) {
    const said = nights(whole.count, whole.rate, way(difference));
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}; which nights cannot be told.`;
  }
  if (causes.length === 0) return 'Not explained';
  const parts = causes
    .slice(0, MOST_TOLD)
    .map((cause) => `${inWords(cause.element)}: ${told(cause)}`);
  const rest = causes.slice(MOST_TOLD);
  const more = rest.reduce((sum, { amount }) => sum + amount, 0);
  if (rest.length > 0)
    parts.push(`${counted(rest.length, 'other cause')} (${pounds(more)} ${way(more)})`);
  if (!isWhole && !causes.some(({ kind }) => kind === 'other-amount')) {
    parts.push('The rest is not explained');
  }
  return `${parts.join('. ')}.`;
}
