import type { TabularData, TabularRow, WorkbookNote } from './tabular-data.ts';

/** The notes of a workbook as its last table: what it says of itself, then what each column means that says so. */
export function notesTable(
  tables: readonly TabularData[],
  notes: readonly WorkbookNote[],
): TabularData | undefined {
  const rows: TabularRow[] = notes.map(([what, said]) => ({ what, said }));
  for (const { title, columns } of tables) {
    for (const { heading, about } of columns) {
      if (about === undefined) continue;
      const what = tables.length === 1 ? heading : `${title}: ${heading}`;
      rows.push({ what: `${what} (column)`, said: about });
    }
  }
  if (rows.length === 0) return undefined;
  return {
    title: 'Notes',
    columns: [
      { key: 'what', heading: 'What', type: 'text' },
      { key: 'said', heading: 'Note', type: 'text' },
    ],
    rows,
  };
}
