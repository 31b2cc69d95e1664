import type { VNode } from 'preact';
import { Details } from '../components/messages.tsx';
import { type Markup, ReadyMarkup } from '../components/ready-markup.tsx';
import { Table, type TableColumn, type TableRow } from '../components/table.tsx';
import { hatchings, seriesFill } from './drawing.ts';

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

function Legend({ id, labels }: { readonly id: string; readonly labels: readonly string[] }) {
  return (
    <ul class="wellplaced-legend">
      {labels.map((label, at) => (
        <li key={label}>
          <svg class="wellplaced-legend__swatch" viewBox="0 0 16 16" aria-hidden="true">
            <defs>
              <ReadyMarkup markup={hatchings(`${id}-key`, at + 1) as Markup} />
            </defs>
            <rect width="16" height="16" fill={seriesFill(`${id}-key`, at)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** A drawing with its caption, its legend where it needs one, and the table behind it one click away. */
export function Chart(props: {
  readonly chart: ChartProps;
  readonly svg: Markup;
  readonly legend?: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}): VNode {
  const { chart } = props;
  return (
    <figure class="wellplaced-chart">
      <figcaption class="wellplaced-chart__caption">{chart.title}</figcaption>
      {props.legend && <Legend id={chart.id} labels={props.legend} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard can only scroll what it can reach */}
      <section class="wellplaced-chart__region" aria-label={chart.title} tabIndex={0}>
        <ReadyMarkup markup={props.svg} />
      </section>
      <Details summary="The table behind this chart" class="wellplaced-chart__details">
        <Table
          caption={chart.title}
          captionSize="hidden"
          columns={props.columns}
          rows={props.rows}
          {...(props.columns[0] === undefined ? {} : { rowHeader: props.columns[0].key })}
          empty="There is nothing to show."
        />
      </Details>
    </figure>
  );
}
