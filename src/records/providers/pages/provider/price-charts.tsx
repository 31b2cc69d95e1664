import type { VNode } from 'preact';
import { wholePounds } from '../../../../core/money.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { lineChart } from '../../../../platform/charts/line-chart.tsx';
import { COST_GROUP_NAMES } from '../../../reports/weekly-report/group-names.ts';
import type { PricePoint } from '../../prices-over-time.ts';
import type { ShownProvider } from './shown-provider.ts';

/** More lines than these cannot be told apart. */
const LINES = 4;

function fromTo(label: string, points: readonly PricePoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${label}: ${wholePounds(first.averagePence)} on ${dateInWords(first.date)}, ${wholePounds(last.averagePence)} on ${dateInWords(last.date)}.`;
}

/** The line of its prices over three years, group by group. */
export function PriceCharts({ found }: Pick<ShownProvider, 'found'>): VNode | null {
  const lines = [...found.prices]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, LINES)
    .filter(([, points]) => points.length > 1);
  if (lines.length === 0) return null;
  return lineChart({
    id: 'prices',
    title: 'What a package costs a week on average, at the end of each month',
    description: lines.map(([group, points]) => fromTo(COST_GROUP_NAMES[group], points)).join(' '),
    type: 'money',
    series: lines.map(([group, points]) => ({
      label: COST_GROUP_NAMES[group],
      points: points.map(({ averagePence: value, date }) => ({ date, value })),
    })),
    width: 880,
  });
}
