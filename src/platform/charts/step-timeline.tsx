import * as Plot from '@observablehq/plot';
import type { VNode } from 'preact';
import type { PlainDate } from '../../core/plain-date.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { drawing } from './drawing.ts';
import { seriesFill } from './hatching.tsx';
import { axisDate, fittedLabel, labelMargin } from './measures.ts';
import { seriesStyle } from './palette.ts';

/** Something that held from one day until another, or holds still. */
export interface Step {
  /** The row it stands in: `Placement`, `Legal status`. */
  readonly lane: string;
  readonly label: string;
  readonly from: PlainDate;
  readonly to: PlainDate | undefined;
}

/** Something that happened on a day. */
export interface TimelineEvent {
  readonly lane: string;
  readonly label: string;
  readonly date: PlainDate;
}

interface Shape {
  readonly lane: string;
  readonly from: Date;
  readonly to: Date;
  readonly text: string;
  readonly style: number;
}

/** Where a timeline's days stand across its width, so that another chart can stand under it day by day. */
export interface TimelineFrame {
  readonly domain: readonly [Date, Date];
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

const MARGIN_RIGHT = 20;

/** The frame of a timeline of these rows, drawn to `until` or to what comes last. */
export function timelineFrame(timeline: {
  readonly lanes: readonly string[];
  readonly steps: readonly Step[];
  readonly events?: readonly TimelineEvent[];
  readonly until: PlainDate;
  readonly width?: number;
}): TimelineFrame {
  const { lanes, steps, until, events = [], width = 960 } = timeline;
  const days = [...steps.map(({ from }) => from), ...events.map(({ date }) => date), until].sort();
  return {
    domain: [axisDate(days[0] ?? until), axisDate(days.at(-1) ?? until)],
    width,
    left: labelMargin(lanes, width),
    right: MARGIN_RIGHT,
  };
}

/** Rows of what held when, and of what happened, on one scale of time; steps that follow each other change shade. */
export function stepTimeline(
  chart: ChartProps & {
    /** The rows, from the top. */
    readonly lanes: readonly string[];
    readonly steps: readonly Step[];
    readonly events?: readonly TimelineEvent[];
    /** Where what holds still is drawn to. */
    readonly until: PlainDate;
  },
): VNode {
  const { lanes, steps, until } = chart;
  const events = chart.events ?? [];
  const { width, left: marginLeft, right: marginRight, domain } = timelineFrame(chart);
  const [first, last] = domain;
  const scale = (width - marginLeft - marginRight) / Math.max(1, last.getTime() - first.getTime());
  const shapes: Shape[] = lanes.flatMap((lane) =>
    steps
      .filter((step) => step.lane === lane)
      .map((step, at) => {
        const from = axisDate(step.from);
        const to = axisDate(step.to ?? until);
        const room = (to.getTime() - from.getTime()) * scale;
        return { lane, from, to, text: fittedLabel(step.label, room), style: at % 2 };
      }),
  );
  const drawn = drawing({
    width,
    height: lanes.length * 44 + 44,
    marginLeft,
    marginRight,
    marginTop: 8,
    marginBottom: 34,
    x: { type: 'utc', domain: [first, last] },
    y: { domain: lanes, padding: 0.25 },
    marks: [
      Plot.gridX({ ticks: 8 }),
      Plot.axisX({ label: null, ticks: 8 }),
      Plot.axisY({ label: null, tickSize: 0, tickPadding: 8 }),
      Plot.barX(shapes, {
        x1: 'from',
        x2: 'to',
        y: 'lane',
        fill: (shape: Shape) => seriesFill(chart.id, shape.style),
        stroke: '#ffffff',
        strokeWidth: 1.5,
      }),
      Plot.text(shapes, {
        x: 'from',
        y: 'lane',
        text: 'text',
        textAnchor: 'start',
        dx: 6,
        fill: (shape: Shape) => seriesStyle(shape.style).text,
      }),
      Plot.dot(events, {
        x: (event: TimelineEvent) => axisDate(event.date),
        y: 'lane',
        r: 5,
        fill: '#0b0c0c',
        stroke: '#ffffff',
      }),
    ],
  });
  const rows = [
    ...steps.map(({ lane, label, from, to }) => ({
      lane,
      label,
      from,
      to: to ?? 'Still open',
    })),
    ...events.map(({ lane, label, date }) => ({ lane, label, from: date, to: date })),
  ];
  return (
    <Chart
      chart={chart}
      drawing={drawn}
      columns={[
        { key: 'lane', heading: 'Kind', type: 'text' },
        { key: 'label', heading: 'What', type: 'text' },
        { key: 'from', heading: 'From', type: 'date' },
        { key: 'to', heading: 'Until', type: 'date' },
      ]}
      rows={rows.map((row) => ({ cells: row }))}
    />
  );
}
