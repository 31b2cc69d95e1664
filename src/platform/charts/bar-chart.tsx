import * as Plot from '@observablehq/plot';
import type { VNode } from 'preact';
import { type AmountType, shortAmount } from './amounts.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { drawing } from './drawing.ts';
import { seriesFill } from './hatching.tsx';
import { LINE_HEIGHT, labelLineWidth, labelMargin } from './measures.ts';

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** Bars side by side, one for each thing, in the order given, each with its value written at its end. */
export function barChart(
  chart: ChartProps & {
    readonly bars: readonly Bar[];
    readonly type: AmountType;
    /** What a bar is of and what its length says: headings of the table behind. */
    readonly labelHeading: string;
    readonly valueHeading: string;
  },
): VNode {
  const { bars, type } = chart;
  const width = chart.width ?? 720;
  const labels = bars.map(({ label }) => label);
  const marginLeft = labelMargin(labels, width);
  const drawn = drawing({
    width,
    height: bars.length * LINE_HEIGHT + 20,
    marginLeft,
    marginRight: 70,
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
      Plot.barX(bars, { x: 'value', y: 'label', fill: seriesFill(chart.id, 0) }),
      Plot.text(bars, {
        x: (bar: Bar) => Math.max(0, bar.value),
        y: 'label',
        text: (bar: Bar) => shortAmount(bar.value, type),
        textAnchor: 'start',
        dx: 6,
      }),
      Plot.ruleX([0]),
    ],
  });
  return (
    <Chart
      chart={chart}
      drawing={drawn}
      columns={[
        { key: 'label', heading: chart.labelHeading, type: 'text' },
        { key: 'value', heading: chart.valueHeading, type },
      ]}
      rows={bars.map((bar) => ({ cells: { ...bar } }))}
    />
  );
}
