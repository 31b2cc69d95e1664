import { randomBytes } from 'node:crypto';
import type { Acting, CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ImportOrigin } from './import-request.ts';
import type { ImportDesk } from './import-sources.ts';

/** Every row that an import adds carries its id, so it is short: 12 hexadecimal figures, one of 281 million million. */
function newImportId(): string {
  return randomBytes(6).toString('hex');
}

/** Enters an import in the register before it starts, so that one that is cut off is seen. Gives its id. `admits`, in the same transaction, throws for one that is not to be taken. */
export async function registerImport(
  { ground, now }: Pick<ImportDesk, 'ground' | 'now'>,
  acting: Acting,
  origin: ImportOrigin,
  status: 'receiving' | 'running',
  admits: (tx: CouncilTransaction<RecordsTables>) => Promise<void> = async () => undefined,
): Promise<string> {
  const importId = newImportId();
  await ground.transaction<RecordsTables, void>(acting, async (tx) => {
    await admits(tx);
    await tx.insertMany(
      'import',
      [
        ...['import_id', 'requested_at', 'requested_by', 'person_id', 'person_role'],
        ...['reason', 'origin', 'status'],
      ],
      [
        [
          ...[importId, now(), acting.actor, acting.person?.personId, acting.person?.role],
          ...[acting.reason, origin, status],
        ],
      ],
    );
  });
  return importId;
}

/** Who asked for an import, from its row, as whoever acts when it is worked on. */
export function askedForBy(row: {
  readonly requested_by: string;
  readonly person_id: string | null;
  readonly person_role: string | null;
}): Pick<Acting, 'actor' | 'person'> {
  const { requested_by: actor, person_id: personId, person_role: role } = row;
  return { actor, person: personId === null ? undefined : { personId, role } };
}

/** Marks where an import has come to when it did not complete: `problem` says why. */
export async function markImport(
  ground: Ground,
  acting: Acting,
  importId: string,
  status: 'queued' | 'running' | 'interrupted',
  problem: string | null,
): Promise<void> {
  await ground.transaction<RecordsTables, void>(acting, async (tx) => {
    await tx.rows(
      `update import set status = $3, problem = $4
       where authority_id = $1 and import_id = $2 and status in ('receiving', 'queued', 'running')`,
      [tx.authority, importId, status, problem],
    );
  });
}
