import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Session } from './engine.ts';
import type { CouncilTransaction } from './ground.ts';
import { parameter } from './values.ts';

/** The protocol carries at most 65,535 parameters; half of that is no slower and leaves room. */
const PARAMETERS = 32_000;
const ROWS = 500;

type InsertMany = CouncilTransaction<Record<string, unknown>>['insertMany'];
type Arguments = Parameters<InsertMany>;

interface Shape {
  readonly table: string;
  readonly columns: readonly string[];
  readonly ending: string;
}

/** The council is the first parameter and stands in every row. */
function statement({ table, columns, ending }: Shape, rows: number): string {
  const width = columns.length;
  const values = Array.from({ length: rows }, (_, row) => {
    const places = columns.map((_, column) => `$${row * width + column + 2}`);
    return `(${['$1', ...places].join(',')})`;
  });
  const names = ['authority_id', ...columns].map(pg.escapeIdentifier).join(',');
  return `insert into ${pg.escapeIdentifier(table)} (${names}) values ${values.join(',')}${ending}`;
}

/** Batches of one shape: the full ones run as one prepared statement. */
function sender(session: Session, authority: string, shape: Shape, fullRows: number) {
  const full = statement(shape, fullRows);
  const name = `insert_${createHash('sha256').update(full).digest('hex').slice(0, 32)}`;
  return (values: readonly unknown[]): Promise<number> => {
    const rows = values.length / shape.columns.length;
    const parameters = [authority, ...values];
    return rows === fullRows
      ? session.repeated(name, full, parameters)
      : session.repeated(undefined, statement(shape, rows), parameters);
  };
}

/** CouncilTransaction.insertMany on a session. While one batch is under way the next is built. */
export async function insertMany(
  session: Session,
  authority: string,
  [table, columns, rows, options]: Arguments,
): Promise<number> {
  const ending = options?.onConflict === 'ignore' ? ' on conflict do nothing' : '';
  const fullRows = Math.max(1, Math.min(ROWS, Math.floor(PARAMETERS / columns.length)));
  const send = sender(session, authority, { table, columns, ending }, fullRows);
  let inserted = 0;
  let underWay: Promise<number> = Promise.resolve(0);
  let values: unknown[] = [];
  async function flush(): Promise<void> {
    inserted += await underWay;
    underWay = send(values);
    // Awaited at the next flush; until then a refusal must not count as unhandled.
    underWay.catch(() => undefined);
    values = [];
  }
  try {
    for await (const row of rows) {
      if (row.length !== columns.length) {
        throw new RangeError(`${table}: ${row.length} values for ${columns.length} columns`);
      }
      for (const value of row) values.push(parameter(value));
      if (values.length === fullRows * columns.length) await flush();
    }
    if (values.length > 0) await flush();
  } finally {
    // Whatever ends this call, no statement of it is still running when it returns.
    await underWay.catch(() => undefined);
  }
  return inserted + (await underWay);
}
