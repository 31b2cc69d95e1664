import { inFigures } from '../../../core/english.ts';
import { penceOf, poundsAndPence } from '../../../core/money.ts';
import { dateInWords, parseIsoDate } from '../../../core/plain-date.ts';
import { isNumeric, type TabularColumn } from '../../../platform/downloads/tabular-data.ts';
import { type AnyReport, type ReportTable, reportTables } from './as-tables.ts';
import { AUDIT_NOTE, auditNoteMark } from './audit-note.ts';

function cellText(value: unknown, { type }: TabularColumn): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') {
    return type === 'money' ? poundsAndPence(penceOf(value)) : inFigures(value);
  }
  const date = type === 'date' ? parseIsoDate(String(value)) : undefined;
  return date === undefined ? String(value) : dateInWords(date);
}

function tableText({ title, columns, rows }: ReportTable): string {
  if (rows.length === 0) return `${title}\n  None.`;
  const cells = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map((column) => cellText(row[column.key], column))),
  ];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, at) => {
        const column = columns[at];
        const width = widths[at] ?? 0;
        return column !== undefined && isNumeric(column.type)
          ? cell.padStart(width)
          : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** The report as plain text for a terminal, columns aligned; ends with a line break. */
export function reportText(report: AnyReport): string {
  const heading = `${report.authority.name}: placements, week ending ${dateInWords(report.weekEnding)}`;
  const tables = reportTables(report).filter(({ name }) => name !== 'about');
  const mark = auditNoteMark(report.auditNote);
  const noted = mark === undefined ? [] : ['', `${AUDIT_NOTE}: ${mark}`];
  const lines = [heading, report.marking, '', tables.map(tableText).join('\n\n'), ...noted];
  return `${lines.join('\n')}\n`;
}
