import { dateInWords } from '../../../core/plain-date.ts';
import { jsonDownload } from '../../../platform/downloads/json.ts';
import type { WorkbookNote } from '../../../platform/downloads/tabular-data.ts';
import { xlsxWorkbook } from '../../../platform/downloads/xlsx.ts';
import type { DownloadReply } from '../../../platform/http/reply.ts';
import { reportJson } from '../weekly-report/as-json.ts';
import { type AnyReport, reportTables } from '../weekly-report/as-tables.ts';
import { DEFINITIONS } from '../weekly-report/definitions.ts';
import { weekInFileName } from '../weekly-report/week-in-words.ts';
import { reportDocument } from './document.tsx';
import type { ShownReport } from './report-body.tsx';

/** The files that the report can be had as. */
export const REPORT_FORMATS = ['xlsx', 'json', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a workbook of the report says of itself, and what each of its figures means. */
function notesOf({ authority, weekEnding, marking }: AnyReport): readonly WorkbookNote[] {
  return [
    ['Council', authority.name],
    ['Week ending', dateInWords(weekEnding)],
    ['Marking', marking],
    ...Object.values(DEFINITIONS).map(({ name, definition }) => [name, definition] as const),
  ];
}

/** The report as a file, named by its week and by whom it is for. */
export function reportFile(shown: ShownReport, format: ReportFormat): DownloadReply {
  const { report } = shown;
  const version = report.working ? 'working-figures' : 'for-publication';
  const filename = `placements-${weekInFileName(report)}-${version}.${format}`;
  switch (format) {
    case 'xlsx':
      return xlsxWorkbook(reportTables(report), filename, notesOf(report));
    case 'json':
      return jsonDownload(reportJson(report), filename);
    case 'html':
      return {
        kind: 'download',
        filename,
        contentType: 'text/html; charset=utf-8',
        content: reportDocument(shown),
      };
  }
}
