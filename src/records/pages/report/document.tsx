import { renderToString } from 'preact-render-to-string';
import { Table } from '../../../platform/components/table.tsx';
import type { AnyReport } from '../../weekly-report/as-tables.ts';
import { reportTables } from '../../weekly-report/as-tables.ts';

/** The report as one HTML file that needs nothing beside it. */
export function reportDocument(report: AnyReport): string {
  const title = `${report.authority.name}: placements`;
  const document = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{report.marking}</p>
          {reportTables(report).map((table) => (
            <Table
              key={table.name}
              caption={table.title}
              columns={table.columns}
              rows={table.rows.map((row) => ({ cells: row }))}
              empty={`${table.title}: none.`}
            />
          ))}
        </main>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToString(document)}`;
}
