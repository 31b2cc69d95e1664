import { csvDownload } from '../../../platform/downloads/csv.ts';
import { jsonDownload } from '../../../platform/downloads/json.ts';
import { xlsxWorkbook } from '../../../platform/downloads/xlsx.ts';
import type { DownloadReply } from '../../../platform/http/reply.ts';
import { reportJson } from '../weekly-report/as-json.ts';
import { reportInOneTable } from '../weekly-report/as-one-table.ts';
import { reportTables } from '../weekly-report/as-tables.ts';
import { weekInFileName } from '../weekly-report/week-in-words.ts';
import { reportDocument } from './document.tsx';
import type { ShownReport } from './report-body.tsx';

/** The files that the report can be had as. */
export const REPORT_FORMATS = ['csv', 'xlsx', 'json', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The report as a file, named by its week and by whom it is for. */
export function reportFile(shown: ShownReport, format: ReportFormat): DownloadReply {
  const { report } = shown;
  const version = report.working ? 'working-figures' : 'for-publication';
  const filename = `placements-${weekInFileName(report)}-${version}.${format}`;
  switch (format) {
    case 'csv':
      return csvDownload(reportInOneTable(report), filename);
    case 'xlsx':
      return xlsxWorkbook(reportTables(report), filename);
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
