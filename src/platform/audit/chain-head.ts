import type { CouncilTransaction } from '../database/ground.ts';
import type { ChainHead } from './check-chain.ts';

/** The last entry of the council's trail as the database has it: undefined where it has none. Kept elsewhere, it is a note against which the trail can be proved later. */
export async function chainHead<Tables>(
  tx: CouncilTransaction<Tables>,
): Promise<ChainHead | undefined> {
  const [row] = await tx.rows(
    `select seq, encode(hash, 'hex') from audit_head where authority_id = $1`,
    [tx.authority],
  );
  return row && { seq: Number(row[0]), hash: String(row[1]) };
}
