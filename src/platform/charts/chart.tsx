import type { VNode } from 'preact';
import { Details } from '../components/messages.tsx';
import { ReadyMarkup } from '../components/ready-markup.tsx';
import { Table, type TableColumn, type TableRow } from '../components/table.tsx';
import type { Drawing } from './drawing.ts';
import { Hatching, seriesFill } from './hatching.tsx';

/** What every chart is given. */
export interface ChartProps {
  /** Unique on its page: letters, digits and hyphens. */
  readonly id: string;
  /** The caption: what the chart is of. */
  readonly title: string;
  /** What it shows, in words, for those who do not see it. */
  readonly description: string;
  /** In pixels; 720 unless said otherwise. A narrower screen shrinks it a little, then scrolls. */
  readonly width?: number;
}

interface ChartParts {
  readonly chart: ChartProps;
  readonly drawing: Drawing;
  /** The series in their order, each with a style of its own; none where the drawing names them. */
  readonly legend?: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

const WIDE = 800;

function Legend({ id, labels }: { readonly id: string; readonly labels: readonly string[] }) {
  return (
    <ul class="wellplaced-legend">
      {labels.map((label, at) => (
        <li key={label}>
          <svg class="wellplaced-legend__swatch" viewBox="0 0 16 16" aria-hidden="true">
            <defs>
              <Hatching chartId={`${id}-key`} at={at} />
            </defs>
            <rect width="16" height="16" fill={seriesFill(`${id}-key`, at)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function Svg({ parts }: { readonly parts: ChartParts }): VNode {
  const { id, title, description } = parts.chart;
  const { width, height, markup } = parts.drawing;
  const wide = width > WIDE ? ' wellplaced-chart__drawing--wide' : '';
  return (
    <svg
      class={`wellplaced-chart__drawing${wide}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill="currentColor"
      font-size="13"
      text-anchor="middle"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <defs>
        {parts.legend?.map((label, at) => (
          <Hatching key={label} chartId={id} at={at} />
        ))}
      </defs>
      <ReadyMarkup markup={markup} />
    </svg>
  );
}

/** A drawing with its caption, its legend where it needs one, and the table behind it one click away. */
export function Chart(parts: ChartParts): VNode {
  const { chart, columns } = parts;
  return (
    <figure class="wellplaced-chart">
      <figcaption class="wellplaced-chart__caption">{chart.title}</figcaption>
      {parts.legend && <Legend id={chart.id} labels={parts.legend} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard can only scroll what it can reach */}
      <section class="wellplaced-chart__region" aria-label={chart.title} tabIndex={0}>
        <Svg parts={parts} />
      </section>
      <Details summary="The table behind this chart" class="wellplaced-chart__details">
        <Table
          caption={chart.title}
          captionSize="hidden"
          columns={columns}
          rows={parts.rows}
          {...(columns[0] === undefined ? {} : { rowHeader: columns[0].key })}
          empty="There is nothing to show."
        />
      </Details>
    </figure>
  );
}
