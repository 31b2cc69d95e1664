import * as Plot from '@observablehq/plot';
import type { VNode } from 'preact';
import type { PlainDate } from '../../core/plain-date.ts';
import { type AmountType, shortAmount } from './amounts.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { drawing } from './drawing.ts';
import { axisDate, labelMargin } from './measures.ts';
import { seriesStyle } from './palette.ts';

/** One line: what it is of, and its values in order of day. */
export interface LineSeries {
  readonly label: string;
  readonly points: readonly { readonly date: PlainDate; readonly value: number }[];
}

interface Point {
  readonly date: Date;
  readonly value: number;
}

function marksOf(series: LineSeries, at: number, stepped: boolean): Plot.Markish[] {
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
    Plot.text(points.slice(-1), {
      x: 'date',
      y: 'value',
      text: () => series.label,
      textAnchor: 'start',
      dx: 9,
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
  },
): VNode {
  const { series, type } = chart;
  const width = chart.width ?? 720;
  const labels = series.map(({ label }) => label);
  const drawn = drawing({
    width,
    height: 320,
    marginLeft: 60,
    marginRight: labelMargin(labels, width) * 1.15,
    marginBottom: 34,
    x: { type: 'utc' },
    y: { zero: true, nice: true },
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
      ...series.flatMap((one, at) => marksOf(one, at, chart.stepped === true)),
    ],
  });
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ date }) => date)))].sort();
  return (
    <Chart
      chart={chart}
      drawing={drawn}
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
