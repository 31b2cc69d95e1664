import pg from 'pg';
import { WellplacedError } from '../../core/errors.ts';
import type { Engine, Session } from '../database/engine.ts';
import { type Counts, differing, type Piece, Tally } from './piece.ts';
import { readPieces } from './read-pieces.ts';
import { councilsIn, type StoredTable, showCouncil, storedTables } from './stored-tables.ts';

const ROWS_AT_ONCE = 100;

async function refuseOverData(session: Session): Promise<void> {
  const councils = await councilsIn(session);
  if (councils.length === 0) return;
  throw new WellplacedError(
    'database-not-empty',
    `The database to be filled holds records already, of ${councils.join(', ')}.`,
    'Name a new, empty database or data folder. Nothing was changed.',
  );
}

function statement(table: StoredTable, columns: readonly string[], rows: number): string {
  const types = columns.map((name) => {
    const column = table.columns.find((each) => each.name === name);
    if (column !== undefined) return column.type;
    throw new WellplacedError(
      'backup-of-another-version',
      `The table ${table.name} has no column ${name} in this version.`,
      'Use the version of Wellplaced that made the backup.',
    );
  });
  const values = Array.from(
    { length: rows },
    (_, row) =>
      `(${types.map((type, at) => `$${row * types.length + at + 1}::text::${type}`).join(', ')})`,
  );
  const names = columns.map(pg.escapeIdentifier).join(', ');
  return `insert into ${pg.escapeIdentifier(table.name)} (${names}) values ${values.join(', ')}`;
}

async function insert(session: Session, table: StoredTable, piece: Piece): Promise<void> {
  if (piece.council !== null) await showCouncil(session, piece.council);
  for (let at = 0; at < piece.rows.length; at += ROWS_AT_ONCE) {
    const some = piece.rows.slice(at, at + ROWS_AT_ONCE);
    await session.arrays(statement(table, piece.columns, some.length), some.flat());
  }
}

async function triggers(session: Session, tables: readonly StoredTable[], to: string) {
  for (const { name } of tables) {
    await session.script(`alter table ${pg.escapeIdentifier(name)} ${to} trigger user`);
  }
}

/** What an arrived row set should come to; asked for when all has arrived. */
export type Expected = () => Counts;

/**
 * Fills an empty, migrated database with what comes, in one transaction: all of it, each table with as
 * many rows and the same fingerprint as expected, or nothing. The audit trail comes as it was, so the
 * triggers that would write it anew rest meanwhile. Throws `database-not-empty` or `copy-differs`.
 */
export function fillDatabase(
  engine: Engine,
  pieces: AsyncIterable<Piece>,
  expected: Expected,
): Promise<Counts> {
  return engine.transaction('read write', async (session) => {
    await refuseOverData(session);
    const tables = await storedTables(session);
    await triggers(session, tables, 'disable');
    for await (const piece of pieces) {
      const table = tables.find(({ name }) => name === piece.table);
      if (table === undefined) {
        throw new WellplacedError(
          'backup-of-another-version',
          `There is no table ${piece.table} in this version.`,
          'Use the version of Wellplaced that made the backup.',
        );
      }
      await insert(session, table, piece);
    }
    await triggers(session, tables, 'enable');
    const tally = new Tally();
    for await (const piece of readPieces(session)) tally.add(piece);
    const different = differing(expected(), tally.counts());
    if (different.length === 0) return tally.counts();
    throw new WellplacedError(
      'copy-differs',
      `What arrived is not what was sent, in ${different.join(', ')}.`,
      'Nothing was kept. Make a new backup and try again.',
    );
  });
}
