import type { Acting, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { markImport } from '../imports/import-register.ts';

/** So often may an import be put back, because the program was stopped or the database went away, and begin again. */
const MOST_TRIES = 5;

/** What is said of an import whose process died with it. */
export const DIED =
  'The process that ran it ended in the middle of it, which one of its files may have caused. Nothing was kept, and it is not run again by itself.';

/**
 * Takes up a queued import: counts the try on its row before any work begins, so that one whose
 * process dies is found as running by nobody, and never taken up again by itself. False when it is
 * not queued, or was begun too often; then nothing is to be done.
 */
export async function beginTry(
  ground: Ground,
  acting: Acting,
  importId: string,
  now: Date,
): Promise<boolean> {
  const tries = await ground.transaction<RecordsTables, number | undefined>(acting, async (tx) => {
    const [row] = await tx.rows(
      `update import set status = 'running', problem = null, tries = tries + 1
       where authority_id = $1 and import_id = $2 and status = 'queued' returning tries`,
      [tx.authority, importId],
    );
    if (row === undefined) return undefined;
    await tx.rows(
      `insert into import_progress (authority_id, import_id, stage, done, total, heard_at)
       values ($1, $2, 'Unpacking files', 0, 0, $3)
       on conflict (authority_id, import_id) do update set stage = excluded.stage,
         done = excluded.done, total = excluded.total, heard_at = excluded.heard_at`,
      [tx.authority, importId, now],
    );
    return Number(row[0]);
  });
  if (tries === undefined || tries <= MOST_TRIES) return tries !== undefined;
  const problem = `It was begun ${MOST_TRIES} times and never came to its end, because the program was stopped or the database went away each time. Nothing was kept, and it is not run again by itself.`;
  await markImport(ground, acting, importId, 'interrupted', problem);
  return false;
}

/** Marks an import whose process died with it. Its files stay held, so that a person can have it run again. */
export async function markDead(ground: Ground, authority: string, importId: string): Promise<void> {
  const acting = { authority, actor: 'Wellplaced', reason: 'import cut off' };
  await ground.transaction<RecordsTables, unknown>(acting, (tx) =>
    tx.rows(
      `update import set status = 'interrupted', problem = $3
       where authority_id = $1 and import_id = $2 and status = 'running'`,
      [tx.authority, importId, DIED],
    ),
  );
}
