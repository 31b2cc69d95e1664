import pg from 'pg';
import type { Session } from '../database/engine.ts';
import type { Piece, StoredRow } from './piece.ts';
import { councilsIn, type StoredTable, showCouncil, storedTables } from './stored-tables.ts';

const ROWS_AT_ONCE = 1_000;
/** Of tables that hold whole files or pieces of them, up to 10 MB a row. */
const LARGE_ROWS_AT_ONCE = 1;

/** Values in one way of writing, whatever the server's or the session's settings. */
const ONE_WAY = `set local time zone 'UTC'; set local datestyle to 'ISO, YMD';
  set local bytea_output to 'hex'; set local intervalstyle to 'postgres'`;

async function* rowsOf(
  session: Session,
  table: StoredTable,
  council: string | null,
): AsyncGenerator<Piece> {
  const columns = table.columns.map(({ name }) => name);
  const shown = columns.map((name) => `${pg.escapeIdentifier(name)}::text`).join(', ');
  const only = council === null ? '' : ` where authority_id = ${pg.escapeLiteral(council)}`;
  const large = table.columns.some(({ type }) => type === 'bytea') && table.name !== 'audit_entry';
  const atOnce = large ? LARGE_ROWS_AT_ONCE : ROWS_AT_ONCE;
  await session.script(
    `declare copied no scroll cursor for select ${shown} from ${pg.escapeIdentifier(table.name)}${only}`,
  );
  for (;;) {
    const { rows } = await session.arrays(`fetch ${atOnce} from copied`);
    if (rows.length > 0) yield { table: table.name, council, columns, rows: rows as StoredRow[] };
    if (rows.length < atOnce) break;
  }
  await session.script('close copied');
}

/** Every row that a database holds, of every council, as its transaction sees it. */
export async function* readPieces(session: Session): AsyncGenerator<Piece> {
  await session.script(ONE_WAY);
  const councils = await councilsIn(session);
  for (const table of await storedTables(session)) {
    if (!table.byCouncil) yield* rowsOf(session, table, null);
    else {
      for (const council of councils) {
        await showCouncil(session, council);
        yield* rowsOf(session, table, council);
      }
    }
  }
}
