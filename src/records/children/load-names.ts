import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** What children are called and where their homes are, by identifier, as far as the transaction may read it. */
export async function loadNames(
  tx: CouncilTransaction<RecordsTables>,
  childIds: readonly string[],
): Promise<
  ReadonlyMap<string, Readonly<Record<'givenName' | 'familyName' | 'homeAddress', string | null>>>
> {
  const rows = await tx.rows(
    `select child_id, given_name, family_name, home_address from child_name
     where authority_id = $1 and child_id = any($2)`,
    [tx.authority, childIds],
  );
  const text = (value: unknown) => (value === null ? null : String(value));
  return new Map(
    rows.map(([childId, given, family, address]) => [
      String(childId),
      { givenName: text(given), familyName: text(family), homeAddress: text(address) },
    ]),
  );
}
