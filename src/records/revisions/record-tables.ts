import { RETURN_MODULES } from '../returns/return-module.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { returnStorage } from '../storage/return-storage.ts';

/** A table whose records have versions, and the columns that name one of its records. */
export interface RecordTable {
  readonly table: keyof RecordsTables;
  readonly keyColumns: readonly string[];
}

/** The tables of the returns, of costs, of places and of names. A child comes first: the others refer to it. */
export const RECORD_TABLES: readonly RecordTable[] = [
  ...RETURN_MODULES.map((kind): RecordTable => {
    const { table, keyColumns } = returnStorage(kind);
    return { table, keyColumns: ['child_id', ...keyColumns] };
  }),
  {
    table: 'cost_element',
    keyColumns: [
      ...['child_id', 'placement_start', 'element', 'funder', 'from_date', 'occurrence'],
    ],
  },
  {
    table: 'payment',
    keyColumns: [
      ...['payment_ref', 'child_id', 'placement_start', 'element', 'period_from', 'occurrence'],
    ],
  },
  { table: 'ledger_line', keyColumns: ['journal', 'journal_line', 'occurrence'] },
  { table: 'budget', keyColumns: ['start_year', 'cost_centre', 'subjective'] },
  { table: 'postcode', keyColumns: ['postcode'] },
  { table: 'provider', keyColumns: ['urn'] },
  { table: 'child_name', keyColumns: ['child_id'] },
];
