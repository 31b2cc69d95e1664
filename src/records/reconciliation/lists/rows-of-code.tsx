import type { VNode } from 'preact';
import { z } from 'zod';
import type { FinancialYear } from '../../../core/financial-year.ts';
import type { Filter } from '../../../platform/lists/filters.tsx';
import { choiceFilter } from '../../../platform/lists/filters.tsx';
import { NO_CODE, paths } from '../../paths.ts';
import { monthInAddress, monthOfYear, YEAR } from '../asked.ts';
import { codeInWords, type LedgerCode } from '../ledger-code.ts';
import { type Month, monthsOf } from '../months.ts';

/** A half of a code that a list is of; without it the list is of what has none. */
function halfFilter(): Filter<string> {
  const problem = 'A code has at most 200 characters';
  return {
    stays: true,
    schema: () => z.string().max(200, problem).default(NO_CODE),
    field: ({ name, typed }) => <input type="hidden" name={name} value={typed} />,
    words: (value) => value,
    address: (value) => value,
  };
}

/** The filters of a list of what is behind a code. */
export const OF_CODE = {
  year: YEAR,
  'cost-centre': halfFilter(),
  subjective: halfFilter(),
  month: choiceFilter({
    ...{ label: 'Month', any: 'The whole year', problem: 'Choose a month from the list' },
    called: (text) => text,
  }),
};

/** What such filters give. */
export interface AskedOfCode {
  readonly year: FinancialYear;
  readonly 'cost-centre': string;
  readonly subjective: string;
  readonly month: string | undefined;
}

const halfOf = (text: string) => (text === NO_CODE ? null : text);

/** The code that is asked for. */
export function codeOfList(values: AskedOfCode): LedgerCode {
  return {
    costCentre: halfOf(values['cost-centre']),
    subjective: halfOf(values.subjective),
  };
}

/** The month that is asked for; undefined for the whole year. */
export function monthOfList({ year, month }: AskedOfCode): Month | undefined {
  return monthOfYear(year, month);
}

/** The months of the year as choices. */
export function monthChoices(year: FinancialYear) {
  return monthsOf(year).map((month) => ({ value: monthInAddress(month), text: month.name }));
}

/** The pages above such a list. */
export function breadcrumbsOfCode(values: AskedOfCode | undefined) {
  const above = { text: 'Budgets reconciled with payments', href: paths.reconciliation() };
  if (values === undefined) return [above];
  const code = codeOfList(values);
  const year = values.year.label;
  return [
    { text: above.text, href: paths.reconciliation(year) },
    { text: codeInWords(code), href: paths.reconciledCode({ ...code, year }) },
  ];
}

/** Over the heading of such a list: the code, and the time that it is of. */
export function CodeCaption({ values }: { readonly values: AskedOfCode }): VNode {
  const month = monthOfList(values);
  return (
    <>
      {codeInWords(codeOfList(values))}, {month?.name ?? values.year.label}
    </>
  );
}

/** In the name of a file: the code and the time. */
export function codeInFileName(values: AskedOfCode): string {
  const { costCentre, subjective } = codeOfList(values);
  const month = monthOfList(values);
  const time = month === undefined ? values.year.label : monthInAddress(month);
  return `${costCentre ?? NO_CODE}-${subjective ?? NO_CODE}-${time}`.replace(/[^\w.-]+/g, '-');
}

/** Whether a half of a code is the one asked for, if any is. */
export function halfIs(half: string | null, asked: string | undefined): boolean {
  return asked === undefined || half === halfOf(asked);
}
