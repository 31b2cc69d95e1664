import type { Begin, Engine } from './engine.ts';
import type { Acting, CouncilTransaction } from './ground.ts';
import { insertMany } from './insert-many.ts';
import { insideTransaction } from './inside-transaction.ts';
import { queriesOn } from './session-dialect.ts';

/** What each transaction of a ground asks before its work. */
export interface Opening {
  readonly statement: string;
  readonly parameters: readonly unknown[];
}

/** Runs work in one transaction as the application's role, which row security holds to the one council. */
export function inCouncil<Tables, Result>(
  engine: Engine,
  begin: Begin,
  acting: Acting,
  work: (tx: CouncilTransaction<Tables>) => Promise<Result>,
  opening?: Opening,
): Promise<Result> {
  const { authority, actor, reason } = acting;
  return insideTransaction(() =>
    engine.transaction(begin, async (session) => {
      await session.script('set local role wellplaced_application');
      await session.repeated('app_begin', 'select app_begin($1, $2, $3)', [
        authority,
        actor,
        reason,
      ]);
      if (opening !== undefined) await session.arrays(opening.statement, opening.parameters);
      return await work({
        authority,
        db: queriesOn<Tables>(session),
        rows: async (sql, parameters) => (await session.arrays(sql, parameters)).rows,
        insertMany: (...insert) => insertMany(session, authority, insert),
      });
    }),
  );
}
