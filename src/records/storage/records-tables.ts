import type { MigratedTables } from '../migrations/tables.d.ts';

/** The tables of this wing as queries see them: dates as ISO text, money as whole pence. */
export type RecordsTables = MigratedTables;
