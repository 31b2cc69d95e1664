import { RECORD_NAMES } from '../audit-names.ts';
import { RECORD_TABLES } from '../revisions/record-tables.ts';

/** What a table's records are called. */
export function recordsInWords(table: string): string {
  return RECORD_NAMES.things[table] ?? table.replaceAll('_', ' ');
}

/** The tables whose records can change, by what they are called. */
export const CHANGED_TABLES = RECORD_TABLES.map(({ table }) => ({
  value: table as string,
  text: recordsInWords(table).replace(/^./, (first) => first.toUpperCase()),
}));
