import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** A home or agency as Ofsted's list has it. */
export interface Registered {
  readonly urn: string;
  readonly name: string;
  readonly type: string | null;
  readonly sector: string | null;
}

const given = (value: unknown) => (value === null ? null : String(value));

/** Those of the homes and agencies that Ofsted's list names, by URN. */
export async function loadRegistered(
  tx: CouncilTransaction<RecordsTables>,
  urns: Iterable<string>,
): Promise<ReadonlyMap<string, Registered>> {
  const rows = await tx.rows(
    `select urn, name, setting_type, sector from provider
     where authority_id = $1 and urn = any($2)`,
    [tx.authority, [...urns]],
  );
  return new Map(
    rows.map(([urn, name, type, sector]) => [
      String(urn),
      { urn: String(urn), name: String(name), type: given(type), sector: given(sector) },
    ]),
  );
}
