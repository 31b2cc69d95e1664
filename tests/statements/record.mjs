import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/**
 * Notes every statement that the program sends, at the drivers' edge, in the folder that
 * STATEMENTS_SENT names: one line of JSON for each text, `{ text, from }`. Loaded by every thread of
 * the tests and by every program that they start. What a test itself sends is left out.
 */

/** These carry the statements of others. */
const CARRIERS =
  /\/platform\/database\/(council-transaction|insert-many|inside-transaction|session-dialect|server-session|server-engine|embedded-engine)\.[jt]s|node_modules|node:|\/tests\/statements\/record/;
const TESTS = /\/tests\/|\/bench\/|\.test\.tsx?/;
const PLACE = /(?:file:\/\/)?(\/[^\s()]+?\.[cm]?[jt]sx?)(?:\?[^:]*)?:\d+:\d+/;

const UNKNOWN = 'unknown';

/** The file that sends: the nearest on the stack that is no carrier; unknown when there is none. */
function sender() {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 60;
  const { stack = '' } = new Error('who sends');
  Error.stackTraceLimit = stackTraceLimit;
  for (const line of stack.split('\n').slice(1)) {
    const file = PLACE.exec(line)?.[1];
    if (file !== undefined && !CARRIERS.test(file)) return file;
  }
  return UNKNOWN;
}

const noted = new Set();
/** A pool hands a statement on where the stack no longer says who sent it. */
const ofTests = new Set();

function note(text) {
  const folder = process.env.STATEMENTS_SENT;
  if (!folder || typeof text !== 'string' || noted.has(text)) return;
  const from = sender();
  if (TESTS.test(from)) ofTests.add(text);
  if (TESTS.test(from) || (from === UNKNOWN && ofTests.has(text))) return;
  noted.add(text);
  const line = JSON.stringify({ text, from: from.replace(process.cwd(), '') });
  appendFileSync(join(folder, `${process.pid}-${threadId}.jsonl`), `${line}\n`);
}

/** What `repeated` of the embedded engine writes values into is noted on the server, where it stands without them. */
function noteEmbedded(text) {
  if (!/^\s*(insert into "|select app_begin\()/.test(text)) note(text);
}

function recordServer() {
  for (const sends of [pg.Client.prototype, pg.Pool.prototype]) {
    const { query } = sends;
    sends.query = function recorded(config, ...rest) {
      note(typeof config === 'string' ? config : config?.text);
      return query.call(this, config, ...rest);
    };
  }
}

function recordEmbedded() {
  const own = Object.getPrototypeOf(PGlite.prototype);
  const { query, exec, transaction } = own;
  own.query = function recorded(text, ...rest) {
    noteEmbedded(text);
    return query.call(this, text, ...rest);
  };
  own.exec = function recorded(text, ...rest) {
    noteEmbedded(text);
    return exec.call(this, text, ...rest);
  };
  own.transaction = function recorded(work) {
    return transaction.call(this, (tx) => {
      const inside = { query: tx.query, exec: tx.exec };
      tx.query = (text, ...rest) => {
        noteEmbedded(text);
        return inside.query(text, ...rest);
      };
      tx.exec = (text, ...rest) => {
        noteEmbedded(text);
        return inside.exec(text, ...rest);
      };
      return work(tx);
    });
  };
}

const STARTED = Symbol.for('statements are recorded');
if (process.env.STATEMENTS_SENT && !globalThis[STARTED]) {
  globalThis[STARTED] = true;
  recordServer();
  recordEmbedded();
}
