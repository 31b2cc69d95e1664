import { clauseOf, WellplacedError } from '../../core/errors.ts';

const UNAVAILABLE = 'database-unavailable';

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/** Connection exceptions, shutdowns, too many connections, wrong password, no such database (PostgreSQL, appendix A). */
const STATES = /^(08...|57P0[1-4]|53300|28...|3D000)$/;

/** What the driver says, without a code, when the connection goes under a statement. */
const WORDS =
  /connection (terminated|timeout|error)|not queryable|timeout exceeded when trying to connect/i;

function isConnectionLost(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost);
  return NETWORK.has(code) || STATES.test(code) || WORDS.test(error.message);
}

/** Whether the database could not be reached, or went away, so that the same may succeed later. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof WellplacedError && error.code === UNAVAILABLE;
}

/** The error to raise: `database-unavailable` when the connection failed, else the error itself. */
export function unlessUnavailable(error: unknown, server: string, doing: string): unknown {
  if (error instanceof WellplacedError || !isConnectionLost(error)) return error;
  const why = error.message === '' && 'code' in error ? String(error.code) : clauseOf(error);
  return new WellplacedError(
    UNAVAILABLE,
    `The database at ${server} could not be reached or went away ${doing}: ${why}.`,
    doing === 'at the commit'
      ? 'Check that the database server runs; then look whether the last change was saved before repeating it.'
      : 'Check DATABASE_URL and that the database server runs; nothing of this change was saved, so it can be repeated.',
    { cause: error },
  );
}
