import type { VNode } from 'preact';
import { financialYearOf, financialYearStarting } from '../../../../core/financial-year.ts';
import {
  addDays,
  dateOfDayNumber,
  dayNumberOf,
  type PlainDate,
} from '../../../../core/plain-date.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { committedAgainstPayments } from '../../../care-cost/committed-against-payments.ts';
import type { ChildRecord } from '../../child-record.ts';
import { dateOf } from './words.ts';

/** A word of the cost records as text: `social_care` as `Social care`. */
export function plainWord(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const words = word.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every cost element, the latest first. */
export function ElementsTable({ record }: { readonly record: ChildRecord }): VNode {
  return (
    <Table
      caption="Cost elements of the packages"
      tall={record.elements.length > 15}
      columns={[
        { key: 'from', heading: 'From', type: 'date' },
        { key: 'until', heading: 'Until', type: 'date' },
        { key: 'element', heading: 'Element', type: 'text' },
        { key: 'weekly', heading: 'Weekly rate', type: 'money' },
        { key: 'funder', heading: 'Paid by', type: 'text' },
        { key: 'provider', heading: 'Provider', type: 'text' },
        { key: 'contract', heading: 'Contract', type: 'text' },
        { key: 'code', heading: 'Cost centre and subjective', type: 'text' },
        { key: 'placement', heading: 'Placement of', type: 'date' },
      ]}
      rows={record.elements.map((each) => ({
        cells: {
          from: dateOf(each.from),
          until: dateOf(each.to) ?? 'Running',
          element: plainWord(each.element),
          weekly: each.weeklyRate,
          funder: plainWord(each.funder),
          provider: each.provider,
          contract: plainWord(each.contract),
          code: [each.costCentre, each.subjective].filter((code) => code !== undefined).join(' '),
          placement: dateOf(each.placementStart),
        },
      }))}
      empty="No cost is recorded."
    />
  );
}

/** Year by year up to today, what the packages came to and what was paid. */
export function CommittedTable(props: { readonly record: ChildRecord; readonly today: PlainDate }) {
  const { elements, payments } = props.record;
  const end = dayNumberOf(addDays(props.today, 1));
  const days = [
    ...elements.map(({ from }) => from),
    ...payments.map(({ periodFrom }) => periodFrom),
  ];
  const first = days.length === 0 ? undefined : Math.min(...days);
  const last = financialYearOf(props.today).startYear;
  const start = first === undefined ? last + 1 : financialYearOf(dateOfDayNumber(first)).startYear;
  const years = Array.from({ length: Math.max(0, last - start + 1) }, (_none, at) => last - at);
  const rows = years.flatMap((year) => {
    const { label, firstDay, lastDay } = financialYearStarting(year);
    const to = Math.min(dayNumberOf(lastDay) + 1, end);
    const period = { from: dayNumberOf(firstDay), to };
    return committedAgainstPayments(elements, payments, period).map((against) => ({
      cells: { year: label, ...against },
    }));
  });
  return (
    <Table
      caption="Committed against paid"
      columns={[
        { key: 'year', heading: 'Financial year', type: 'text' },
        { key: 'committedPence', heading: 'Committed', type: 'money' },
        { key: 'paidPence', heading: 'Paid or accrued', type: 'money' },
        { key: 'differencePence', heading: 'Paid less committed', type: 'money' },
        { key: 'commitmentLinesPence', heading: 'Commitment lines only', type: 'money' },
      ]}
      rows={rows}
      rowHeader="year"
      empty="Nothing is committed or paid."
    />
  );
}
