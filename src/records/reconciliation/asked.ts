import { z } from 'zod';
import {
  type FinancialYear,
  financialYearOf,
  parseFinancialYear,
} from '../../core/financial-year.ts';
import { type PlainDate, parseIsoDate } from '../../core/plain-date.ts';
import { optionalField } from '../../platform/http/optional-field.ts';
import { choiceFilter, type Filter } from '../../platform/lists/filters.tsx';
import { NO_CODE } from '../paths.ts';
import type { LedgerCode } from './ledger-code.ts';
import { type Month, monthsOf } from './months.ts';

const NO_YEAR = 'Choose a financial year, such as 2026-27';

/** A financial year as it stands in an address; that of today where none is given. */
function yearField(today: PlainDate): z.ZodType<FinancialYear> {
  return optionalField(z.string()).transform((text, check): FinancialYear => {
    const year = text === undefined ? financialYearOf(today) : parseFinancialYear(text);
    if (year !== undefined) return year;
    check.addIssue({ code: 'custom', message: NO_YEAR });
    return z.NEVER;
  });
}

/** The year that a list is of. */
export const YEAR: Filter<FinancialYear> = {
  ...{ stays: true, words: ({ label }) => label, address: ({ label }) => label },
  schema: yearField,
  field: ({ value, ...field }) =>
    choiceFilter({ label: 'Financial year', any: 'The year under way', problem: NO_YEAR }).field({
      ...field,
      value: value?.label,
    }),
};

/** A half of a code as links name it; null where it stands for one that is not recorded. */
const codeField = z
  .string()
  .max(200)
  .transform((text) => (text === NO_CODE ? null : text));

/** The query that names one code in a year. */
export function codeQuery(today: PlainDate) {
  return z.object({
    year: yearField(today),
    'cost-centre': codeField,
    subjective: codeField,
  });
}

/** The code of a query. */
export function codeAsked(values: {
  readonly 'cost-centre': string | null;
  readonly subjective: string | null;
}): LedgerCode {
  return { costCentre: values['cost-centre'], subjective: values.subjective };
}

/** A month by its first day in an address, `2026-04`; undefined where it is none of the year. */
export function monthOfYear(year: FinancialYear, text: string | undefined): Month | undefined {
  if (text === undefined || parseIsoDate(`${text}-01`) === undefined) return undefined;
  return monthsOf(year).find(({ firstDay }) => firstDay.startsWith(text));
}

/** A month as it stands in an address. */
export function monthInAddress({ firstDay }: Pick<Month, 'firstDay'>): string {
  return firstDay.slice(0, 7);
}
