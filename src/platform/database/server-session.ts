import type { QueryConfig, QueryResult } from 'pg';
import type { Outcome, Session } from './engine.ts';
import { parameter } from './values.ts';

/** Asks the server on one connection; a connection that fails is raised as `database-unavailable`. */
export type Ask = (query: QueryConfig, doing?: string) => Promise<QueryResult>;

/** A session of a PostgreSQL server. */
export function serverSession(ask: Ask): Session {
  async function asked<Row>(query: QueryConfig): Promise<Outcome<Row>> {
    const { rows, command, rowCount } = await ask(query);
    return { rows, command, count: rowCount ?? 0 };
  }
  return {
    async script(sql) {
      await ask({ text: sql });
    },
    objects: (sql, parameters = []) => asked({ text: sql, values: parameters.map(parameter) }),
    arrays(sql, parameters = []) {
      const query = { text: sql, values: parameters.map(parameter), rowMode: 'array' };
      return asked(query);
    },
    async repeated(name, sql, parameters) {
      const query = { text: sql, values: parameters };
      const { rowCount } = await ask(name === undefined ? query : { ...query, name });
      return rowCount ?? 0;
    },
  };
}
