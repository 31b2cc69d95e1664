import { isoDate, type PlainDate } from './plain-date.ts';

/** A financial year, 1 April to 31 March, named by the year it starts: `startYear` 2020 is 2020-21. SSDA903 return years run the same way and are named by the year they end. */
export interface FinancialYear {
  readonly startYear: number;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  /** `2020-21`. */
  readonly label: string;
}

/** The financial year that starts on 1 April of the year. */
export function financialYearStarting(startYear: number): FinancialYear {
  return {
    startYear,
    firstDay: isoDate(`${startYear}-04-01`),
    lastDay: isoDate(`${startYear + 1}-03-31`),
    label: `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`,
  };
}

/** The financial year that holds the day. */
export function financialYearOf(day: PlainDate): FinancialYear {
  const year = Number(day.slice(0, 4));
  return financialYearStarting(day.slice(5) >= '04-01' ? year : year - 1);
}

/** No budget that a council still holds lies outside these. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const LABEL = /^(?:FY)?(\d{4})\s*[-/]\s*(?:20)?(\d{2})$/;

/** Reads `2020-21`, `2020/21`, `2020-2021`; undefined when it is not one year, or one that no council plans for. */
export function parseFinancialYear(text: string): FinancialYear | undefined {
  const match = LABEL.exec(text.trim());
  if (match === null) return undefined;
  const start = Number(match[1]);
  if (start < FIRST_YEAR || start > LAST_YEAR) return undefined;
  return (start + 1) % 100 === Number(match[2]) ? financialYearStarting(start) : undefined;
}
