import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WellplacedError } from '../../../core/errors.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { Acting, CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import { checkLink } from '../../links/check-link.ts';
import { holdWhileRestricted } from '../../links/hold-restricted.ts';
import { linkFacts } from '../../links/link-facts.ts';
import { linkOf } from '../../links/load-links.ts';
import { addRows, changeRow, removeRow } from '../../revisions/record-row.ts';
import {
  beginRevision,
  endRevision,
  type RevisionMade,
  revisionsMade,
  type Turn,
} from '../../revisions/revision.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { takeTurn } from '../imports/council-turn.ts';
import type { FileReader } from '../reading/reader.ts';
import { replayPlan, standingImports } from './replay-plan.ts';
import { type Difference, tryPlan } from './try-without.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** What taking an import back, or putting it back, needs to hand. */
export interface TakingBackDesk {
  readonly ground: Ground;
  readonly reader: FileReader;
  /** A folder of this program’s own, in which kept files are written out and deleted again. */
  readonly workFolder: string;
  readonly today: PlainDate;
  readonly now: () => Date;
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

/** What became of the records. */
export interface TakenBack {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/** Ends the transaction of a try. */
class Tried extends Error {
  readonly differences: readonly Difference[];
  readonly last: number;

  constructor(differences: readonly Difference[], last: number) {
    super();
    this.differences = differences;
    this.last = last;
  }
}

function refuse(importId: string, stands: boolean): WellplacedError {
  return stands
    ? new WellplacedError(
        'import-stands',
        `The import ${importId} stands.`,
        'Nothing is to be put back.',
      )
    : new WellplacedError(
        'import-not-standing',
        `The import ${importId} does not stand: it was not completed, came in before imports could be taken back, or has been taken back.`,
        'Look at its page for what became of it.',
      );
}

async function historyWith(
  tx: Transaction,
  importId: string,
  kind: Turn,
): Promise<readonly RevisionMade[]> {
  const history = await revisionsMade(tx);
  const stands = standingImports(history).includes(importId);
  const known = history.some((made) => made.importId === importId);
  if (stands !== (kind === 'taken back') || !known) throw refuse(importId, stands);
  await holdWhileRestricted(tx, importId);
  const link = kind === 'put back' ? await linkOf(tx, importId) : undefined;
  if (link !== undefined) {
    const { childId, follows } = link;
    checkLink(childId, follows, await linkFacts(tx, [childId, follows]));
  }
  return [...history, { revision: (history.at(-1)?.revision ?? 0) + 1, kind, importId }];
}

async function tried(
  { ground, reader, workFolder, today, onProgress }: TakingBackDesk,
  acting: Acting,
  importId: string,
  kind: Turn,
): Promise<Tried> {
  const folder = await mkdtemp(join(workFolder, 'taking-back-'));
  try {
    await ground.transaction<RecordsTables, void>(acting, async (tx) => {
      await takeTurn(tx, onProgress);
      const history = await historyWith(tx, importId, kind);
      await markTakenBack(tx, importId, kind);
      const last = history.at(-1)?.revision ?? 0;
      const desk = { tx, reader, folder, today, onProgress };
      throw new Tried(await tryPlan(desk, replayPlan(history), last), last - 1);
    });
  } catch (error) {
    if (error instanceof Tried) return error;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  throw new Error('a try was kept');
}

async function markTakenBack(tx: Transaction, importId: string, kind: Turn) {
  await tx.rows('update import set taken_back = $3 where authority_id = $1 and import_id = $2', [
    ...[tx.authority, importId, kind === 'taken back'],
  ]);
  await tx.rows('update child_link set stands = $3 where authority_id = $1 and import_id = $2', [
    ...[tx.authority, importId, kind === 'put back'],
  ]);
}

async function apply(tx: Transaction, differences: readonly Difference[]): Promise<TakenBack> {
  const counts = { added: 0, changed: 0, withdrawn: 0 };
  for (const { table, stands, would } of differences) {
    if (would === undefined && stands !== undefined) {
      await removeRow(tx, table, stands);
      counts.withdrawn += 1;
    } else if (would !== undefined && stands !== undefined) {
      await changeRow(tx, table, would);
      counts.changed += 1;
    } else if (would !== undefined) {
      const { revision: _, ...row } = would;
      await addRows(tx, table, [row]);
      counts.added += 1;
    }
  }
  return counts;
}

/** What an import had found first is found no longer, and what it had ended is open again; put back, the other way round. */
async function settleFindings(tx: Transaction, importId: string, kind: Turn) {
  const back = kind === 'taken back';
  await tx.rows(
    `update finding set resolved_import_id = $3
     where authority_id = $1 and import_id = $2 and resolved_import_id is not distinct from $4`,
    [tx.authority, importId, back ? importId : null, back ? null : importId],
  );
  await tx.rows(
    back
      ? `update finding set resolved_import_id = null, unsettled_import_id = $2
         where authority_id = $1 and resolved_import_id = $2 and import_id <> $2`
      : `update finding set resolved_import_id = $2, unsettled_import_id = null
         where authority_id = $1 and unsettled_import_id = $2 and resolved_import_id is null`,
    [tx.authority, importId],
  );
}

/**
 * Takes an import out of what stands, or puts it back: the records are as if it had never been, or
 * had never been taken back, with all later imports made again after what was known before it, and
 * differ from what stood in one revision. It is tried first, in a transaction of its own that is not kept;
 * where the council’s records have changed meanwhile, it is tried anew. `finish` has its part in the
 * same transaction. Throws a WellplacedError
 * `import-not-standing`, `import-stands`, `link-restricted` or `file-not-kept`.
 */
export async function takeBack(
  desk: TakingBackDesk,
  acting: Acting,
  importId: string,
  kind: Turn,
  finish: (tx: Transaction, turned: TakenBack) => Promise<void> = async () => undefined,
): Promise<TakenBack> {
  const { ground, now, onProgress } = desk;
  for (;;) {
    const { differences, last } = await tried(desk, acting, importId, kind);
    const done = await ground.transaction<RecordsTables, TakenBack | undefined>(
      acting,
      async (tx) => {
        await takeTurn(tx, onProgress);
        const history = await historyWith(tx, importId, kind);
        if ((history.at(-1)?.revision ?? 0) - 1 !== last) return undefined;
        const revision = await beginRevision(tx, importId);
        const counts = await apply(tx, differences);
        await markTakenBack(tx, importId, kind);
        await settleFindings(tx, importId, kind);
        await endRevision(tx, revision, importId, now(), kind);
        await finish(tx, counts);
        return counts;
      },
    );
    if (done !== undefined) return done;
  }
}
