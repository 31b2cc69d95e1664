import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { linkOf } from '../links/load-links.ts';
import type { Turn } from '../revisions/revision.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ImportStatus } from './import-in-words.ts';
import type { Extent } from './imports/extent.ts';
import type { Progress } from './imports/import-progress.ts';
import type { StandingChange } from './imports/large-change.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** An import as the register has it. */
export interface RegisteredImport {
  readonly importId: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly reason: string;
  readonly origin: string;
  readonly status: ImportStatus;
  readonly finishedAt: Date | null;
  readonly problem: string | null;
  /** For what its files stand, where whoever asked for it said so. */
  readonly extent: Extent | null;
  /** What it would have changed of what stood, where it waits for a word on that. */
  readonly largeChange: readonly StandingChange[] | null;
  /** Whether it was taken out of what stands. */
  readonly takenBack: boolean;
  /** Whether it made a revision, and so can be taken back. */
  readonly hasRevision: boolean;
  /** The newest import before it, where that brought the very same files, so that these were not read again. */
  readonly sameAs: string | null;
  /** The link of two identifiers for which it stands, having no files of its own. */
  readonly links: { readonly childId: string; readonly follows: string } | null;
  /** The import that it takes back or puts back, having no files of its own, and what became of the records. */
  readonly turns: {
    readonly importId: string;
    readonly kind: Turn;
    /** Whether that stands for a link of two identifiers. */
    readonly isLink: boolean;
    readonly turned: Turned | null;
  } | null;
}

/** How many records a turn changed. */
export interface Turned {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/** An import by its id; undefined when the council has none of it. */
export async function loadImport(
  tx: Transaction,
  importId: string,
): Promise<RegisteredImport | undefined> {
  const row = await tx.db
    .selectFrom('import')
    .select(['requested_at', 'requested_by', 'reason', 'origin', 'status'])
    .select(['finished_at', 'problem', 'extent', 'large_change', 'taken_back'])
    .select(['turns_import', 'turn', 'turned', 'same_as'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('revision')
            .select('revision')
            .where('authority_id', '=', tx.authority)
            .where('revision.import_id', '=', importId),
        )
        .as('has_revision'),
    )
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  const link = row && (await linkOf(tx, importId));
  const turnedLink = row?.turns_import ? await linkOf(tx, row.turns_import) : undefined;
  return (
    row && {
      importId,
      links: link ?? null,
      requestedAt: row.requested_at,
      requestedBy: row.requested_by,
      reason: row.reason,
      origin: row.origin,
      status: row.status as ImportStatus,
      finishedAt: row.finished_at,
      problem: row.problem,
      extent: row.extent,
      largeChange: row.large_change as readonly StandingChange[] | null,
      takenBack: row.taken_back,
      sameAs: row.same_as,
      hasRevision: row.has_revision === true,
      turns:
        row.turns_import === null || row.turn === null
          ? null
          : {
              importId: row.turns_import,
              kind: row.turn,
              isLink: turnedLink !== undefined,
              turned: row.turned as Turned | null,
            },
    }
  );
}

/** How far an import has come, as the process that runs it last wrote. */
export async function loadProgress(
  tx: Transaction,
  importId: string,
): Promise<Progress | undefined> {
  return tx.db
    .selectFrom('import_progress')
    .select(['stage', 'done', 'total'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .executeTakeFirst();
}

/** How many imports of the council were asked for before this one and are not over. */
export async function countAhead(tx: Transaction, one: RegisteredImport): Promise<number> {
  const { ahead } = await tx.db
    .selectFrom('import')
    .select((select) => select.fn.countAll<number>().as('ahead'))
    .where('authority_id', '=', tx.authority)
    .where('status', 'in', ['queued', 'running'])
    .where('requested_at', '<', one.requestedAt)
    .executeTakeFirstOrThrow();
  return ahead;
}
