import type { CouncilTransaction } from '../../database/ground.ts';

type Transaction = Pick<CouncilTransaction<never>, 'authority' | 'rows'>;

/**
 * Lets one change of anybody’s access in a council follow another: of two administrators who end each
 * other, the second finds that they are none any more. Keeps others, too, from naming the person anywhere
 * until the transaction ends. Gives whether they have left.
 */
export async function holdAccess(
  tx: Transaction,
  personId: string,
): Promise<{ readonly leftAt: Date | undefined }> {
  await tx.rows('select 1 from authority where authority_id = $1 for no key update', [
    tx.authority,
  ]);
  const [row] = await tx.rows(
    'select left_at from person where authority_id = $1 and person_id = $2 for update',
    [tx.authority, personId],
  );
  return { leftAt: (row?.[0] ?? undefined) as Date | undefined };
}

/**
 * Waits for those whose access is being ended, and keeps others from ending it until the transaction
 * ends. To be asked before anything else that the transaction holds, so that no two wait for each other.
 */
export async function holdPeople(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await tx.rows(
    `select 1 from person where authority_id = $1 and person_id = any($2)
     order by person_id for key share`,
    [tx.authority, [...personIds]],
  );
}
