import pg from 'pg';
import type { Begin, Engine, Session } from './engine.ts';
import type { Acting, CouncilTransaction } from './ground.ts';
import { insertMany } from './insert-many.ts';
import { insideTransaction } from './inside-transaction.ts';
import type { Remembered } from './remembered.ts';
import { queriesOn } from './session-dialect.ts';
import { parameter } from './values.ts';

/** What each transaction of a ground asks before its work. */
export interface Opening {
  readonly statement: string;
  readonly parameters: readonly unknown[];
}

/** What the transactions of a ground have in common. */
export interface OfGround {
  readonly opening?: Opening | undefined;
  readonly remembered?: Remembered;
}

/** A value as a literal, without the character U+0000, which no text in PostgreSQL can hold. */
function literal(value: unknown): string {
  return pg.escapeLiteral(String(parameter(value)).replaceAll('\0', ''));
}

/** In one round trip with the begin, so the values are written into the statements. */
function openingOf(
  { authority, actor, person, reason }: Acting,
  more: Opening | undefined,
): string {
  const acting = [authority, actor, reason].map(literal).join(', ');
  const begun = `set local role wellplaced_application; select app_begin(${acting})`;
  const first =
    person === undefined
      ? begun
      : `${begun}; select app_acts_as(${literal(person.personId)}, ${literal(person.role ?? '')})`;
  if (more === undefined) return first;
  const { statement, parameters } = more;
  return `${first}; ${statement.replace(/\$(\d+)/g, (_, at) => literal(parameters[Number(at) - 1]))}`;
}

/** Runs work in one transaction as the application's role, which row security holds to the one council. */
export function inCouncil<Tables, Result>(
  engine: Engine,
  begin: Begin,
  acting: Acting,
  work: (tx: CouncilTransaction<Tables>) => Promise<Result>,
  { opening, remembered }: OfGround = {},
): Promise<Result> {
  const { authority } = acting;
  const over = <Some>(session: Session): CouncilTransaction<Some> => ({
    authority,
    db: queriesOn<Some>(session),
    rows: async (sql, parameters) => (await session.arrays(sql, parameters)).rows,
    insertMany: (...insert) => insertMany(session, authority, insert),
    remembered: (of, found) =>
      remembered === undefined || begin === 'read write'
        ? found()
        : remembered.of(authority, of, found),
    over: <Other>() => over<Other>(session),
  });
  const inTransaction = (session: Session) => work(over<Tables>(session));
  return insideTransaction(() =>
    engine.transaction(begin, inTransaction, openingOf(acting, opening)),
  );
}
