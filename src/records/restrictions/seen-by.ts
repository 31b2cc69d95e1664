import type { CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import type { Bound } from '../../platform/http/bound.ts';
import type { Person } from '../../platform/http/route.ts';
import { mayDo } from '../permissions.ts';

/** The ground as the person sees it at the moment: rows about children hidden from the person, and names for who may not see them, are not there. */
export function seenBy(ground: Ground, person: Person, moment: Date): Ground {
  return ground.beginningWith(
    'select app_seen_by($1, $2), app_sees_names($3), app_reads_as($4), app_reads_by_id($1)',
    [
      person.personId,
      moment,
      mayDo(person.roles, 'see names and addresses of children'),
      person.name,
    ],
  );
}

/** The ground as somebody named on no restriction sees it: what is the same for every reader, and may leave the council, is made from it. */
export function seenByNobodyNamed(ground: Ground): Ground {
  return ground.beginningWith('select app_seen_by($1, $2), app_sees_names($3)', [
    '',
    new Date(0),
    false,
  ]);
}

/** The children who are hidden from the person in whose name the transaction reads; for rows that are made of more than the database’s own. */
export async function hiddenChildren<Tables>(
  tx: CouncilTransaction<Tables>,
): Promise<ReadonlySet<string>> {
  const [row] = await tx.rows("select current_setting('app.hidden_children', true)");
  const identifiers = String(row?.[0] ?? '').split('\u001f');
  return new Set(identifiers.filter((identifier) => identifier !== ''));
}

/** Whether any child at all is hidden from the reader. How many, and under which filter, is said to nobody: whoever narrows a list would learn what they are like. */
export function hidesSome({ read }: Pick<Bound, 'read'>): Promise<boolean> {
  return read(async (tx) => (await hiddenChildren(tx)).size > 0);
}
