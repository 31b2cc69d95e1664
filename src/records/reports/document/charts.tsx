import type { VNode } from 'preact';
import { HIDDEN, type Hidden } from '../../../core/disclosure.ts';
import { type Pence, wholePounds } from '../../../core/money.ts';
import { dateInWords } from '../../../core/plain-date.ts';
import { type Bar, barChart } from '../../../platform/charts/bar-chart.tsx';
import { drawnOnce } from '../../../platform/charts/drawn-once.tsx';
import { lineChart } from '../../../platform/charts/line-chart.tsx';
import { PLACEMENT_GROUP_NAMES, PLACEMENT_GROUPS } from '../../codes/placement-group.ts';
import type { AnyReport } from '../weekly-report/as-tables.ts';
import { COST_GROUP_NAMES } from '../weekly-report/group-names.ts';
import { type NotWhole, reasonsOf } from '../weekly-report/records-begin.ts';
import type { TrendWeek } from '../weekly-report/trend.ts';
import { isOver } from '../weekly-report/week.ts';
import { nightsInWords } from '../weekly-report/week-in-words.ts';
import { count } from './figure.tsx';

/** Half the page, less the space between. */
const WIDTH = 560;

interface Part {
  readonly label: string;
  readonly value: number | Hidden;
}

/** The groups to draw: those with a value that is shown. Nought is left to the table, so that the bars have room. */
function barsOf(parts: readonly Part[]): readonly Bar[] {
  return parts.flatMap(({ label, value }) =>
    value === HIDDEN || value === 0 ? [] : [{ label, value }],
  );
}

function inWords(
  parts: readonly Part[],
  bars: readonly Bar[],
  shown: (value: number) => string,
): string {
  const largest = bars.toSorted((one, other) => other.value - one.value)[0];
  const withheld = parts.filter(({ value }) => value === HIDDEN).length;
  return [
    largest === undefined
      ? 'There is nothing to draw.'
      : `${largest.label} is the largest group, with ${shown(largest.value)}.`,
    withheld === 0 ? '' : ` ${withheld} groups are withheld and not drawn.`,
  ].join('');
}

function groupCharts(report: AnyReport): VNode {
  const children: Part[] = PLACEMENT_GROUPS.map((group) => ({
    label: PLACEMENT_GROUP_NAMES[group],
    value: report.children.byGroup[group],
  }));
  const spend: Part[] = report.spend.byGroup.map(({ group, weekPence }) => ({
    label: COST_GROUP_NAMES[group],
    value: weekPence,
  }));
  const soFar = isOver(report) ? '' : ` so far (${nightsInWords(report)})`;
  const childrenBars = barsOf(children);
  const spendBars = barsOf(spend);
  return (
    <div class="wellplaced-charts">
      {childrenBars.length > 0 &&
        barChart({
          id: 'children-by-group',
          title: 'Children by placement group',
          description:
            inWords(children, childrenBars, (value) => `${count(value)} children`) +
            reasonsOf(report.notWhole.children),
          labelHeading: 'Placement group',
          valueHeading: 'Children',
          type: 'whole',
          bars: childrenBars,
          width: WIDTH,
        })}
      {spendBars.length > 0 &&
        barChart({
          id: 'spend-by-group',
          title: `Spend in the week${soFar} by placement group`,
          description:
            inWords(spend, spendBars, (value) => wholePounds(value as Pence)) +
            reasonsOf(report.notWhole.costs),
          labelHeading: 'Placement group',
          valueHeading: 'Spend in the week',
          type: 'money',
          bars: spendBars,
          width: WIDTH,
        })}
    </div>
  );
}

/** The children and the cost of the week by placement group, side by side. */
export function GroupCharts({ report }: { readonly report: AnyReport }): VNode {
  return drawnOnce(report, 'groups', () => groupCharts(report));
}

function fromTo(trend: readonly TrendWeek[], shown: (week: TrendWeek) => string): string {
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined) return 'There is nothing to draw.';
  return `From ${shown(first)} in the week ending ${dateInWords(first.weekEnding)} to ${shown(last)} in the week ending ${dateInWords(last.weekEnding)}.`;
}

function trendCharts(trend: readonly TrendWeek[], notWhole: NotWhole): VNode {
  return (
    <div class="wellplaced-charts">
      {lineChart({
        id: 'children-trend',
        title: `Children looked after, last ${trend.length} whole weeks`,
        description:
          fromTo(trend, ({ children }) => count(children)) + reasonsOf(notWhole.children),
        type: 'whole',
        series: [
          {
            label: 'Children',
            points: trend.map(({ weekEnding: date, children: value }) => ({ date, value })),
          },
        ],
        width: WIDTH,
      })}
      {lineChart({
        id: 'spend-trend',
        title: `Spend in the week, last ${trend.length} whole weeks`,
        description:
          fromTo(trend, ({ weekPence }) => wholePounds(weekPence)) + reasonsOf(notWhole.costs),
        type: 'money',
        series: [
          {
            label: 'Spend',
            points: trend.map(({ weekEnding: date, weekPence: value }) => ({ date, value })),
          },
        ],
        width: WIDTH,
      })}
    </div>
  );
}

/** Children looked after and the cost of the week over the last weeks, side by side. For the council's own report: what changes from week to week tells of single children. */
export function TrendCharts(props: {
  readonly trend: readonly TrendWeek[];
  readonly notWhole: NotWhole;
}): VNode {
  const { notWhole, trend } = props;
  return drawnOnce(trend, 'trend', () => trendCharts(trend, notWhole));
}
