import pg from 'pg';
import type { Begin, Engine, Session } from './engine.ts';
import type { Acting, CouncilTransaction } from './ground.ts';
import { insertMany } from './insert-many.ts';
import { insideTransaction } from './inside-transaction.ts';
import { queriesOn } from './session-dialect.ts';

/** A text as a literal, without the character U+0000, which no text in PostgreSQL can hold. */
function literal(text: string): string {
  return pg.escapeLiteral(text.replaceAll('\0', ''));
}

function openingOf({ authority, actor, reason }: Acting): string {
  const acting = [authority, actor, reason].map(literal).join(', ');
  return `set local role wellplaced_application; select app_begin(${acting})`;
}

/** Runs work in one transaction as the application's role, which row security holds to the one council. */
export function inCouncil<Tables, Result>(
  engine: Engine,
  begin: Begin,
  acting: Acting,
  work: (tx: CouncilTransaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const { authority } = acting;
  const inTransaction = (session: Session) =>
    work({
      authority,
      db: queriesOn<Tables>(session),
      rows: async (sql, parameters) => (await session.arrays(sql, parameters)).rows,
      insertMany: (...insert) => insertMany(session, authority, insert),
    });
  return insideTransaction(() => engine.transaction(begin, inTransaction, openingOf(acting)));
}
