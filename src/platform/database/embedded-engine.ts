import type { PGlite, QueryOptions, Results, Transaction } from '@electric-sql/pglite';
import type { Begin, Engine, Outcome, Session } from './engine.ts';
import { outsideTransactions } from './inside-transaction.ts';
import { literalWriter } from './literals.ts';
import { PARSERS, parameter } from './values.ts';

const BEGIN: Record<Begin, string> = {
  'read write': '',
  'read only': 'set transaction isolation level repeatable read, read only; ',
};

function outcome<Row>(result: Results): Outcome<Row> {
  return {
    rows: result.rows as Row[],
    command: result.command ?? '',
    count: result.rowCount ?? 0,
  };
}

/** PGlite writes bytes one by one, which takes a second for a megabyte. */
const SERIALIZERS = {
  17: (bytes: Uint8Array) =>
    `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`,
};

/** PGlite hangs the statement and its values on the error; values are children's, so they must not reach a log. */
function withoutValues(error: unknown): never {
  if (error instanceof Error) {
    for (const name of ['query', 'params', 'queryOptions']) Reflect.deleteProperty(error, name);
  }
  throw error;
}

/** PGlite keeps no prepared statement, and takes a third less time over thousands of literals than over as many parameters. */
const withLiterals = literalWriter();

function embeddedSession(tx: Transaction): Session {
  const query = (sql: string, parameters: unknown[], options?: QueryOptions) =>
    tx
      .query<Record<string, unknown>>(sql, parameters, {
        parsers: PARSERS,
        serializers: SERIALIZERS,
        ...options,
      })
      .catch(withoutValues);
  return {
    async script(sql) {
      await tx.exec(sql).catch(withoutValues);
    },
    objects: async (sql, parameters = []) => outcome(await query(sql, parameters.map(parameter))),
    arrays: async (sql, parameters = []) =>
      outcome(await query(sql, parameters.map(parameter), { rowMode: 'array' })),
    async repeated(_name, sql, parameters) {
      const written = withLiterals(sql, parameters);
      if (written === undefined) return (await query(sql, parameters)).rowCount ?? 0;
      const [result] = await tx.exec(written).catch(withoutValues);
      return result?.rowCount ?? 0;
    },
  };
}

/**
 * PGlite as an engine. It has one session, which runs one transaction after another.
 * Tests give one of their own in memory; `release` is called once it is closed.
 */
export function embeddedEngine(database: PGlite, release: () => Promise<void>): Engine {
  return {
    kind: 'embedded',
    transaction: (begin, work, opening = '') =>
      database.transaction(async (tx) => {
        const first = `${BEGIN[begin]}${opening}`;
        if (first !== '') await tx.exec(first).catch(withoutValues);
        return await work(embeddedSession(tx));
      }),
    // The folder's lock already keeps every other process out.
    alone: (work) => work(),
    async execute(sql, values) {
      outsideTransactions();
      if (values !== undefined) {
        const result = await database
          .query(sql, values.map(parameter), { parsers: PARSERS, serializers: SERIALIZERS })
          .catch(withoutValues);
        return { rows: result.rows as Record<string, unknown>[] };
      }
      // In a transaction, so that a text whose own `begin` fails half-way cannot leave the one
      // session inside it; the text's own `begin` and `commit` are then only remarks.
      return await database.transaction(async (tx) => {
        const results = await tx.exec(sql, { parsers: PARSERS }).catch(withoutValues);
        return { rows: (results.at(-1)?.rows ?? []) as Record<string, unknown>[] };
      });
    },
    async close() {
      await database.close();
      await release();
    },
  };
}
