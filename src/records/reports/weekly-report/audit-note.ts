import type { ChainHead } from '../../../platform/audit/check-chain.ts';

/** What the note of the audit trail is called wherever the report is shown. */
export const AUDIT_NOTE = 'Audit trail noted';

/** What the note is for. */
export const AUDIT_NOTE_DEFINITION =
  'The number and the hash of the last entry of the audit trail when the report was made. Wherever a copy of the report is kept, they prove later, with “wellplaced audit verify --noted”, that no entry up to that number was changed, removed or replaced since.';

/** The note as `audit verify --noted` takes it. */
export function auditNoteMark(note: ChainHead | undefined): string | undefined {
  return note && `${note.seq}:${note.hash}`;
}
