import * as Plot from '@observablehq/plot';
import type { VNode } from 'preact';
import type { PlainDate } from '../../core/plain-date.ts';
import { type AmountType, shortAmount } from './amounts.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { drawing } from './drawing.ts';
import { axisDate, labelMargin, spreadLabels } from './measures.ts';
import { seriesStyle } from './palette.ts';
import type { TimelineFrame } from './step-timeline.tsx';

/** One line: what it is of, and its values in order of day. */
export interface LineSeries {
  readonly label: string;
  readonly points: readonly { readonly date: PlainDate; readonly value: number }[];
}

const HEIGHT = 320;
const HEIGHT_UNDER = 200;
const MARGIN_TOP = 20;
const MARGIN_BOTTOM = 34;
const LABEL_GAP = 16;

/** How far each line's label is moved so that no two stand on each other, in pixels. */
function labelShifts(series: readonly LineSeries[], least: number, most: number): number[] {
  const height = HEIGHT - MARGIN_TOP - MARGIN_BOTTOM;
  const ends = series.map(
    ({ points }) => ((most - (points.at(-1)?.value ?? least)) / (most - least)) * height,
  );
  const spread = spreadLabels(ends, LABEL_GAP, height);
  return ends.map((end, at) => (spread[at] ?? end) - end);
}

interface Point {
  readonly date: Date;
  readonly value: number;
}

function marksOf(
  series: LineSeries,
  at: number,
  stepped: boolean,
  /** Undefined where a legend names the lines. */
  labelShift: number | undefined,
): Plot.Markish[] {
  const style = seriesStyle(at);
  const points: Point[] = series.points.map(({ date, value }) => ({ date: axisDate(date), value }));
  return [
    Plot.lineY(points, {
      x: 'date',
      y: 'value',
      stroke: style.fill,
      strokeWidth: 2.5,
      ...(style.dashes === '' ? {} : { strokeDasharray: style.dashes }),
      curve: stepped ? 'step-after' : 'linear',
    }),
    Plot.dot(points.slice(-1), { x: 'date', y: 'value', fill: style.fill, r: 4 }),
    labelShift === undefined
      ? null
      : Plot.text(points.slice(-1), {
          x: 'date',
          y: 'value',
          text: () => series.label,
          textAnchor: 'start',
          dx: 9,
          dy: labelShift,
          fontWeight: 600,
          lineWidth: 16,
        }),
  ];
}

/** Values over time, from zero, each line named at its end. With `stepped`, a value holds until the next. */
export function lineChart(
  chart: ChartProps & {
    readonly series: readonly LineSeries[];
    readonly type: AmountType;
    readonly stepped?: boolean;
    /** The scale of time and margins of a timeline that the lines are to stand under; the legend names them. */
    readonly under?: TimelineFrame;
  },
): VNode {
  const { series, type, under } = chart;
  const width = under?.width ?? chart.width ?? 720;
  const labels = series.map(({ label }) => label);
  const values = series.flatMap(({ points }) => points.map(({ value }) => value));
  const least = Math.min(0, ...values);
  const most = Math.max(least + 1, ...values) * 1.05;
  const shifts = labelShifts(series, least, most);
  const height = under === undefined ? HEIGHT : HEIGHT_UNDER;
  const drawn = drawing({
    width,
    height,
    marginTop: MARGIN_TOP,
    marginLeft: under?.left ?? 60,
    marginRight: under?.right ?? labelMargin(labels, width) * 1.15,
    marginBottom: MARGIN_BOTTOM,
    x: { type: 'utc', ...(under === undefined ? {} : { domain: [...under.domain] }) },
    y: { domain: [least, most] },
    marks: [
      Plot.gridY({ ticks: 5 }),
      Plot.axisY({
        label: null,
        tickSize: 0,
        ticks: 5,
        tickFormat: (value: number) => shortAmount(value, type),
      }),
      Plot.axisX({ label: null, ticks: Math.floor(width / 110) }),
      Plot.ruleY([0]),
      ...series.flatMap((one, at) =>
        marksOf(one, at, chart.stepped === true, under === undefined ? shifts[at] : undefined),
      ),
    ],
  });
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ date }) => date)))].sort();
  return (
    <Chart
      chart={chart}
      drawing={drawn}
      {...(under === undefined || labels.length < 2 ? {} : { legend: labels })}
      columns={[
        { key: 'date', heading: 'Date', type: 'date' },
        ...labels.map((heading, at) => ({ key: `series${at}`, heading, type })),
      ]}
      rows={days.map((date) => ({
        cells: Object.fromEntries([
          ['date', date],
          ...series.map(({ points }, at) => [
            `series${at}`,
            points.find((point) => point.date === date)?.value,
          ]),
        ]),
      }))}
    />
  );
}
