import type { VNode } from 'preact';
import type { FinancialYear } from '../../../../core/financial-year.ts';
import { penceOf, wholePounds } from '../../../../core/money.ts';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { lineChart } from '../../../../platform/charts/line-chart.tsx';
import { monthsOf } from '../../months.ts';
import type { ReconciledCode } from '../../reconcile.ts';

/** Budget, and what was paid and accrued or is expected, month by month. */
export function SpendChart(props: {
  readonly code: ReconciledCode;
  readonly year: FinancialYear;
  readonly today: PlainDate;
}): VNode {
  const { code, year, today } = props;
  const months = monthsOf(year);
  const points = (value: (at: number) => number, begun = false) =>
    months
      .filter(({ firstDay }) => !begun || firstDay <= today)
      .map(({ at, firstDay }) => ({ date: firstDay, value: value(at) }));
  const of = (at: number) => code.months[at] ?? code.year;
  const spent = penceOf(code.year.paid + code.year.accrued);
  return lineChart({
    id: 'spend-by-month',
    title: `Budget and spend by month, ${year.label}`,
    description: `In the year ${wholePounds(code.year.budget)} is voted, ${wholePounds(spent)} is paid and accrued, and ${wholePounds(code.year.expected)} is expected. A point stands on the first day of its month.`,
    type: 'money',
    series: [
      { label: 'Budget', points: points((at) => of(at).budget) },
      { label: 'Expected', points: points((at) => of(at).expected) },
      {
        label: 'Paid and accrued',
        points: points((at) => of(at).paid + of(at).accrued, true),
      },
    ].filter((series) => series.points.length > 0),
  });
}
