import type { TabularData, TabularRow } from '../../../platform/downloads/tabular-data.ts';
import { type AnyReport, type ReportTable, reportTables } from './as-tables.ts';

/** What a row of a table is about: its texts and dates, up to its first amount. */
function nameOf(row: TabularRow, { columns }: ReportTable): string {
  const firstAmount = columns.findIndex(({ type }) => type === 'whole' || type === 'money');
  const naming = columns.slice(0, firstAmount === -1 ? 1 : Math.max(1, firstAmount));
  return naming.map(({ key }) => row[key] ?? '–').join(', ');
}

function figuresOf(table: ReportTable): TabularRow[] {
  return table.rows.flatMap((row) =>
    table.columns.map(({ key, heading, type }) => ({
      table: table.title,
      row: nameOf(row, table),
      figure: heading,
      number: type === 'whole' || type === 'decimal' ? row[key] : undefined,
      pounds: type === 'money' ? row[key] : undefined,
      words: type === 'text' || type === 'date' ? row[key] : undefined,
    })),
  );
}

/** The whole report in one table for a file that holds only one: a row for each figure, its value under what it is. */
export function reportInOneTable(report: AnyReport): TabularData {
  return {
    title: `Placements, week ending ${report.weekEnding}`,
    columns: [
      { key: 'table', heading: 'Table', type: 'text' },
      { key: 'row', heading: 'Row', type: 'text' },
      { key: 'figure', heading: 'Figure', type: 'text' },
      { key: 'number', heading: 'Number', type: 'whole' },
      { key: 'pounds', heading: 'Pounds', type: 'money' },
      { key: 'words', heading: 'Words or date', type: 'text' },
    ],
    rows: reportTables(report).flatMap(figuresOf),
  };
}
