import pg from 'pg';
import { unlessDiskFull } from './disk-full.ts';
import type { Begin, Engine } from './engine.ts';
import { outsideTransactions } from './inside-transaction.ts';
import { type Ask, serverSession } from './server-session.ts';
import { unlessUnavailable } from './unavailable.ts';
import { PARSERS, parameter } from './values.ts';

const BEGIN: Record<Begin, string> = {
  'read write': 'begin',
  'read only': 'begin isolation level repeatable read read only',
};

/** Any number, the same for every starter of the program. */
const ALONE = 7_305_311;

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    (PARSERS[type] ?? pg.types.getTypeParser(type, format)) as ReturnType<
      typeof pg.types.getTypeParser
    >,
};

/** `host:port/database`, without the password. */
function nameOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.hostname || 'localhost'}:${url.port || '5432'}${url.pathname}`;
}

/** A PostgreSQL server (15 or later) through a pool of connections. Nothing is connected until the first use. */
export function serverEngine(databaseUrl: string): Engine {
  const server = nameOf(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'wellplaced',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: TYPES,
  });
  // An idle connection that dies is replaced by the pool; if the server is gone, the next use says so.
  pool.on('error', () => undefined);

  function raised(error: unknown, doing: string): never {
    throw unlessDiskFull(
      unlessUnavailable(error, server, doing),
      `of the database server ${server}`,
    );
  }

  /** Work on one connection, which goes back to the pool unless it broke. */
  async function connected<Result>(
    work: (ask: Ask, discard: (error: Error) => void) => Promise<Result>,
  ): Promise<Result> {
    const client = await pool
      .connect()
      .catch((error: unknown) => raised(error, 'before a transaction'));
    let broken: Error | undefined;
    const discard = (error: Error) => {
      broken = error;
    };
    // Only noted here: the statement under way, or the next one, rejects and is reported.
    client.on('error', discard);
    const ask: Ask = (query, doing = 'in a transaction') =>
      client.query(query).catch((error: unknown) => raised(error, doing));
    try {
      return await work(ask, discard);
    } finally {
      client.off('error', discard);
      client.release(broken);
    }
  }

  return {
    kind: 'server',
    transaction: (begin, work, opening = '') =>
      connected(async (ask, discard) => {
        try {
          await ask({ text: `${BEGIN[begin]}; ${opening}` });
          const result = await work(serverSession(ask));
          const end = await ask({ text: 'commit' }, 'at the commit');
          if (end.command === 'ROLLBACK') throw new Error('a failed transaction was committed');
          return result;
        } catch (error) {
          // A connection that cannot even roll back has already lost the transaction on the server.
          await ask({ text: 'rollback' }).catch(discard);
          throw error;
        }
      }),
    alone: (work) =>
      connected(async (ask) => {
        await ask({ text: 'select pg_advisory_lock($1)', values: [ALONE] });
        try {
          return await work();
        } finally {
          await ask({ text: 'select pg_advisory_unlock($1)', values: [ALONE] });
        }
      }),
    execute(sql, values) {
      outsideTransactions();
      const query =
        values === undefined ? { text: sql } : { text: sql, values: values.map(parameter) };
      return connected(async (ask, discard) => {
        try {
          return await ask(query, 'in a statement of the job queue');
        } catch (error) {
          // A text whose own `begin` fails half-way leaves the connection inside it, for whoever is lent it next.
          await ask({ text: 'rollback' }).catch(discard);
          throw error;
        }
      });
    },
    connections: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  };
}
