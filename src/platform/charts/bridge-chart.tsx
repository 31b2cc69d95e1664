import * as Plot from '@observablehq/plot';
import type { VNode } from 'preact';
import { shortAmount } from './amounts.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { drawing } from './drawing.ts';
import { seriesFill } from './hatching.tsx';
import { LINE_HEIGHT, labelLineWidth, labelMargin } from './measures.ts';

/** One step of a bridge: what it adds, or takes off below nought. */
export interface BridgeStep {
  readonly label: string;
  readonly value: number;
}

/** What stands before the first step, or after the last. */
interface BridgeEnd {
  readonly label: string;
  readonly value: number;
}

interface Row {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whether it is an end, which is marked and has no length. */
  readonly isEnd: boolean;
}

function rowsOf(start: BridgeEnd, steps: readonly BridgeStep[], endLabel: string): Row[] {
  const end = (label: string, at: number): Row => {
    return { label, from: at, to: at, text: shortAmount(at, 'money'), isEnd: true };
  };
  const rows = [end(start.label, start.value)];
  let stood = start.value;
  for (const { label, value } of steps) {
    const sign = value > 0 ? '+' : '';
    const text = `${sign}${shortAmount(value, 'money')}`;
    rows.push({ label, from: stood, to: stood + value, text, isEnd: false });
    stood += value;
  }
  return [...rows, end(endLabel, stood)];
}

/** From one sum of money to another by what was added and taken off between; its scale begins where the sums lie, not at nought. */
export function bridgeChart(
  chart: ChartProps & {
    readonly start: BridgeEnd;
    readonly steps: readonly BridgeStep[];
    readonly endLabel: string;
  },
): VNode {
  const width = chart.width ?? 720;
  const rows = rowsOf(chart.start, chart.steps, chart.endLabel);
  const labels = rows.map(({ label }) => label);
  const marginLeft = labelMargin(labels, width);
  const all = rows.flatMap(({ from, to }) => [from, to]);
  const least = Math.min(...all);
  const room = Math.max(1, Math.max(...all) - least);
  const bars = rows.filter(({ isEnd }) => !isEnd);
  const right = (row: Row) => Math.max(row.from, row.to);
  const drawn = drawing({
    width,
    height: rows.length * LINE_HEIGHT + 20,
    marginLeft,
    marginRight: 80,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [least - room * 0.04, least + room * 1.04] },
    y: { domain: labels, padding: 0.25 },
    marks: [
      Plot.axisY({
        label: null,
        tickSize: 0,
        tickPadding: 8,
        lineWidth: labelLineWidth(marginLeft),
      }),
      Plot.ruleX([chart.start.value], { strokeOpacity: 0.35 }),
      Plot.barX(bars, {
        x1: 'from',
        x2: 'to',
        y: 'label',
        fill: (row: Row) => seriesFill(chart.id, row.to < row.from ? 1 : 0),
      }),
      Plot.tickX(
        rows.filter(({ isEnd }) => isEnd),
        { x: 'to', y: 'label', strokeWidth: 4 },
      ),
      Plot.text(rows, { x: right, y: 'label', text: 'text', textAnchor: 'start', dx: 8 }),
    ],
  });
  return (
    <Chart
      chart={chart}
      drawing={drawn}
      legend={['Adds', 'Takes off']}
      columns={[
        { key: 'label', heading: 'Step', type: 'text' },
        { key: 'value', heading: 'Adds or takes off', type: 'money' },
        { key: 'to', heading: 'Stands at', type: 'money' },
      ]}
      rows={rows.map(({ label, from, to, isEnd }) => ({
        cells: { label, value: isEnd ? null : to - from, to },
        ...(isEnd && { total: true }),
      }))}
    />
  );
}
