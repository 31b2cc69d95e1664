import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Session } from './engine.ts';

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE']);

function sessionConnection(session: Session): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, command, count } = await session.objects(query.sql, query.parameters);
      const result = { rows: rows as Row[] };
      return CHANGES.has(command) ? { ...result, numAffectedRows: BigInt(count) } : result;
    },
    streamQuery() {
      throw new Error('rows are not streamed here; page through them by key');
    },
  };
}

async function refuse(): Promise<never> {
  throw new Error('this is already inside a transaction; it ends when its work does');
}

async function nothing(): Promise<void> {
  // The session belongs to the transaction around it, which begins and ends it.
}

/** Kysely on one session of a transaction that already runs: it begins, commits and closes nothing of its own. */
export function queriesOn<Tables>(session: Session): Kysely<Tables> {
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => sessionConnection(session),
    releaseConnection: nothing,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: nothing,
  };
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}
