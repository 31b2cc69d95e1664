import { financialYearOf } from '../../../core/financial-year.ts';
import type { PlainDate } from '../../../core/plain-date.ts';

/** A whole date in a name is the day of an export, not the year of a return. */
const WHOLE_DATE =
  /(?<!\d)(?:20\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])[-_.](?:0[1-9]|1[0-2])[-_.]20\d\d)(?!\d)/g;
const TWO_YEARS = /(?<!\d)(20\d\d)[-_/ –](?:20)?(\d\d)(?!\d)/g;
const TWO_SHORT_YEARS = /(?<!\d)(\d\d)[-_]?(\d\d)(?!\d)/g;
const ONE_YEAR = /(?<!\d)(20\d\d)(?!\d)/g;

/** The year in which a pair such as 2020-21 ends; undefined when the two do not follow each other. */
function endOf(start: number, end: string | undefined): number | undefined {
  return (start + 1) % 100 === Number(end) ? start + 1 : undefined;
}

function only(years: readonly (number | undefined)[]): number | undefined {
  const found = new Set(years.filter((year) => year !== undefined));
  const [year] = found;
  return found.size === 1 ? year : undefined;
}

function yearIn(part: string): number | undefined {
  const text = part.replace(WHOLE_DATE, ' ');
  const pairs = [...text.matchAll(TWO_YEARS)].map(([, start, end]) => endOf(Number(start), end));
  if (pairs.some((year) => year !== undefined)) return only(pairs);
  const years = [...text.matchAll(ONE_YEAR)].map(([, year]) => Number(year));
  if (years.length > 0) return only(years);
  const short = [...text.matchAll(TWO_SHORT_YEARS)].map(([, start, end]) =>
    Number(start) >= 10 ? endOf(2000 + Number(start), end) : undefined,
  );
  return only(short);
}

/**
 * The return year that a path names, nearest the file first: `2021`, `SSDA903_2020_episodes.csv`,
 * `2020-21`, `cla_2324`. Return year N runs from 1 April N-1 to 31 March N. Undefined when no part
 * of the path names just one.
 */
export function returnYearFromPath(path: string): number | undefined {
  const parts = path.split(/[\\/]/).reverse();
  for (const part of parts) {
    const year = yearIn(part);
    if (year !== undefined) return year;
  }
  return undefined;
}

/** The return year that holds the day: 1 April 2020 to 31 March 2021 is 2021. */
export function returnYearOfDate(date: PlainDate): number {
  return financialYearOf(date).startYear + 1;
}
