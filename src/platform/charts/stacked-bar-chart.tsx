import * as Plot from '@observablehq/plot';
import type { VNode } from 'preact';
import { type AmountType, shortAmount } from './amounts.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { drawing } from './drawing.ts';
import { seriesFill } from './hatching.tsx';
import { LINE_HEIGHT, labelLineWidth, labelMargin } from './measures.ts';
import { seriesStyle } from './palette.ts';

/** One bar made of parts: the values in the order of the chart's series. */
export interface StackedBar {
  readonly label: string;
  readonly values: readonly number[];
}

interface Segment {
  readonly bar: string;
  readonly from: number;
  readonly to: number;
  readonly series: number;
}

function segmentsOf(bars: readonly StackedBar[]): readonly Segment[] {
  return bars.flatMap(({ label, values }) => {
    let from = 0;
    return values.map((value, series) => {
      const segment = { bar: label, from, to: from + value, series };
      from = segment.to;
      return segment;
    });
  });
}

/** Bars that show how a whole is made up, one below another, with a legend; each part wide enough says its value. Values are not negative. */
export function stackedBarChart(
  chart: ChartProps & {
    readonly series: readonly string[];
    readonly bars: readonly StackedBar[];
    readonly type: AmountType;
    readonly labelHeading: string;
  },
): VNode {
  const { bars, series, type } = chart;
  const width = chart.width ?? 720;
  const labels = bars.map(({ label }) => label);
  const marginLeft = labelMargin(labels, width);
  const segments = segmentsOf(bars);
  const longest = Math.max(1, ...segments.map(({ to }) => to));
  const pixels = (segment: Segment): number =>
    ((segment.to - segment.from) / longest) * (width - marginLeft - 76);
  const totals = bars.map(({ label, values }) => ({
    label,
    total: values.reduce((sum, value) => sum + value, 0),
  }));
  const drawn = drawing({
    width,
    height: bars.length * LINE_HEIGHT + 20,
    marginLeft,
    marginRight: 76,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null },
    y: { domain: labels, padding: 0.25 },
    marks: [
      Plot.axisY({
        label: null,
        tickSize: 0,
        tickPadding: 8,
        lineWidth: labelLineWidth(marginLeft),
      }),
      Plot.barX(segments, {
        x1: 'from',
        x2: 'to',
        y: 'bar',
        fill: (segment: Segment) => seriesFill(chart.id, segment.series),
        stroke: '#ffffff',
        strokeWidth: 1.5,
      }),
      Plot.text(
        segments.filter((segment) => pixels(segment) > 44),
        {
          x: (segment: Segment) => (segment.from + segment.to) / 2,
          y: 'bar',
          text: (segment: Segment) => shortAmount(segment.to - segment.from, type),
          fill: (segment: Segment) => seriesStyle(segment.series).text,
          stroke: (segment: Segment) => seriesStyle(segment.series).fill,
          strokeWidth: 6,
        },
      ),
      Plot.text(totals, {
        x: 'total',
        y: 'label',
        text: (bar: { total: number }) => shortAmount(bar.total, type),
        textAnchor: 'start',
        dx: 6,
        fontWeight: 600,
      }),
      Plot.ruleX([0]),
    ],
  });
  return (
    <Chart
      chart={chart}
      drawing={drawn}
      legend={series}
      columns={[
        { key: 'label', heading: chart.labelHeading, type: 'text' },
        ...series.map((heading, at) => ({ key: `series${at}`, heading, type })),
        { key: 'total', heading: 'Total', type },
      ]}
      rows={bars.map((bar, row) => ({
        cells: Object.fromEntries([
          ['label', bar.label],
          ...bar.values.map((value, at) => [`series${at}`, value]),
          ['total', totals[row]?.total],
        ]),
      }))}
    />
  );
}
