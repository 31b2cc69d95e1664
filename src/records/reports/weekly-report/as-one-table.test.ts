import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCouncil } from '../../../../tests/recount/random-council.ts';
import { reportInOneTable } from './as-one-table.ts';
import { reportTables } from './as-tables.ts';
import { weekEndingOn } from './week.ts';
import { weeklyReport } from './weekly-report.ts';

const reader = { authority: { code: 'A', name: 'A' }, pseudonym: (childId: string) => childId };

test('one table holds every cell of the report once, in the column of its type', () => {
  fc.assert(
    fc.property(randomCouncil, ({ facts, weekEnding }) => {
      const report = weeklyReport(facts, weekEndingOn(weekEnding), reader);
      const cells = reportTables(report).flatMap(({ title, columns, rows }) =>
        rows.flatMap((row) =>
          columns.map(({ key, heading, type }) => ({ title, heading, type, value: row[key] })),
        ),
      );
      const rows = [...(reportInOneTable(report).rows as Iterable<Record<string, unknown>>)];
      expect(rows).toHaveLength(cells.length);
      for (const [at, { title, heading, type, value }] of cells.entries()) {
        const held = { whole: 'number', money: 'pounds' }[String(type)] ?? 'words';
        expect(rows[at]).toMatchObject({ table: title, figure: heading, [held]: value });
      }
    }),
    { numRuns: 50 },
  );
});
