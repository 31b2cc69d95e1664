import { type ComponentChildren, isValidElement, type VNode } from 'preact';
import { inFigures } from '../../core/english.ts';
import { penceOf, poundsAndPence } from '../../core/money.ts';
import { dateInFigures, parseIsoDate } from '../../core/plain-date.ts';
import { type ColumnType, isNumeric, type TabularColumn } from '../downloads/tabular-data.ts';
import { SortableHeading, type Sorting } from './sortable-heading.tsx';

export interface TableColumn extends TabularColumn {
  /** Whether the heading is a link that sorts; needs the table's `sorting`. */
  readonly sortable?: boolean;
  /** Whether its cells hold whole sentences, and must be wide enough to be read. */
  readonly sentences?: boolean;
}

/** A row's cells by column: plain values, written as their column's type says, or rendered content. */
export interface TableRow {
  readonly cells: Readonly<Record<string, ComponentChildren>>;
  /** A row of totals, set apart. */
  readonly total?: boolean;
}

export interface TableProps {
  /** What the table shows: its name for everyone, on screen or off. */
  readonly caption: string;
  readonly captionSize?: 's' | 'm' | 'l' | 'hidden';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The column whose cell names its row. */
  readonly rowHeader?: string;
  readonly sorting?: Sorting;
  /** Said in place of a table without rows. */
  readonly empty: string;
  /** For long tables: scrolls in its own region under a heading that stays. */
  readonly tall?: boolean;
}

const DECIMAL = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 4,
});

function isEmpty(value: ComponentChildren): boolean {
  return value === null || value === undefined || value === '';
}

/** A cell's value as its column's type writes it; rendered content as it stands. */
function shown(value: ComponentChildren, type: ColumnType): ComponentChildren {
  if (isValidElement(value)) return value;
  if (typeof value === 'number') {
    if (type === 'money') return poundsAndPence(penceOf(value));
    return type === 'decimal' ? DECIMAL.format(value) : inFigures(value);
  }
  const date = type === 'date' && typeof value === 'string' ? parseIsoDate(value) : undefined;
  return date === undefined ? value : dateInFigures(date);
}

function Row({ row, table }: { readonly row: TableRow; readonly table: TableProps }): VNode {
  return (
    <tr class={row.total ? 'govuk-table__row govuk-table__row--total' : 'govuk-table__row'}>
      {table.columns.map(({ key, type, sentences }) => {
        const empty = isEmpty(row.cells[key]);
        const content = empty ? (row.total ? null : '–') : shown(row.cells[key], type);
        if (key === table.rowHeader) {
          return (
            <th key={key} scope="row" class="govuk-table__header">
              {content}
            </th>
          );
        }
        const numeric = isNumeric(type) ? ' govuk-table__cell--numeric' : '';
        const wide = sentences ? ' wellplaced-cell--sentences' : '';
        return (
          <td key={key} class={`govuk-table__cell${numeric}${wide}`}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function Head({ table }: { readonly table: TableProps }): VNode {
  return (
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {table.columns.map((column) =>
          column.sortable && table.sorting !== undefined ? (
            <SortableHeading key={column.key} column={column} sorting={table.sorting} />
          ) : (
            <th
              key={column.key}
              scope="col"
              class={`govuk-table__header${isNumeric(column.type) ? ' govuk-table__header--numeric' : ''}`}
            >
              {column.heading}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

/** A table of figures or facts. On a narrow screen it scrolls sideways in a region of its own, reachable by keyboard. */
export function Table(props: TableProps): VNode {
  const size = props.captionSize ?? 'm';
  if (props.rows.length === 0) return <p class="wellplaced-table-empty">{props.empty}</p>;
  return (
    <section
      class={`wellplaced-table-region${props.tall ? ' wellplaced-table-region--tall' : ''}`}
      aria-label={props.caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard can only scroll what it can reach
      tabIndex={0}
    >
      <table class="govuk-table wellplaced-table">
        <caption
          class={
            size === 'hidden'
              ? 'govuk-visually-hidden'
              : `govuk-table__caption govuk-table__caption--${size}`
          }
        >
          {props.caption}
        </caption>
        <Head table={props} />
        <tbody class="govuk-table__body">
          {props.rows.map((row, at) => (
            <Row key={at} row={row} table={props} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
