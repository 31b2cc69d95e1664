import type { RecordShape } from '../history/reported-record.ts';
import type { ReturnModuleKind } from '../returns/return-module.ts';
import { returnModule } from '../returns/return-modules.ts';
import type { RecordsTables } from './records-tables.ts';

/** Where a module's records are stored, and which of its columns. */
export interface ReturnStorage {
  readonly table: keyof RecordsTables;
  /** Columns kept, as the return names them; the child's own details are kept once, with the header. */
  readonly columns: readonly string[];
  /** The same columns' names in the table. */
  readonly tableColumns: readonly string[];
  /** Table columns that, after authority and child, name one record. */
  readonly keyColumns: readonly string[];
}

const TABLES: Readonly<Record<ReturnModuleKind, keyof RecordsTables>> = {
  header: 'child',
  episodes: 'episode',
  uasc: 'uasc',
  reviews: 'review',
  oc2: 'oc2',
  oc3: 'oc3',
  ad1: 'ad1',
  placed_adoption: 'placed_adoption',
  previous_permanence: 'previous_permanence',
  missing: 'missing',
  social_worker_episodes: 'social_worker_episode',
  deprivation_of_liberty: 'deprivation_of_liberty',
};

const KEEPS_CHILD_DETAILS: ReadonlySet<ReturnModuleKind> = new Set(['header', 'uasc']);
const CHILD_DETAILS: ReadonlySet<string> = new Set(['DOB', 'SEX']);

function tableColumn(column: string): string {
  return column === 'CHILD' ? 'child_id' : column.toLowerCase();
}

/** The shape by which the history rules tell a module's records apart. */
export function recordShape(kind: ReturnModuleKind): RecordShape {
  const { columns, key, perReturn } = returnModule(kind);
  const names = columns.map((column) => column.name);
  const positions = (some: readonly string[]) => some.map((name) => names.indexOf(name));
  const { columns: kept } = returnStorage(kind);
  return { module: kind, columns: names, key: positions(key), kept: positions(kept), perReturn };
}

/** The table and columns of a module. */
export function returnStorage(kind: ReturnModuleKind): ReturnStorage {
  const { columns, key, perReturn } = returnModule(kind);
  const kept = columns
    .map((column) => column.name)
    .filter((name) => KEEPS_CHILD_DETAILS.has(kind) || !CHILD_DETAILS.has(name));
  return {
    table: TABLES[kind],
    columns: kept,
    tableColumns: kept.map(tableColumn),
    keyColumns: perReturn ? ['return_year'] : key.map(tableColumn),
  };
}
