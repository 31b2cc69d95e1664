import type { AuditNote } from '../audit/note.ts';
import type { Session } from '../database/engine.ts';
import { councilsIn, showCouncil } from './stored-tables.ts';

const HEAD = `select seq, encode(hash, 'hex') from audit_head where authority_id = $1`;

/** The last entry of each council's audit trail, as the transaction sees it; none of a council that has no trail, which `audit verify` tells. */
export async function notesIn(session: Session, at: string): Promise<readonly AuditNote[]> {
  const notes: AuditNote[] = [];
  for (const authority of await councilsIn(session)) {
    await showCouncil(session, authority);
    const [row] = (await session.arrays(HEAD, [authority])).rows;
    if (row) notes.push({ authority, seq: Number(row[0]), hash: String(row[1]), at });
  }
  return notes;
}
