import { randomBytes } from 'node:crypto';
import type { Acting, CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import type { ChildLink } from '../../links/child-link.ts';
import type { Turn } from '../../revisions/revision.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { Extent } from './extent.ts';
import type { ImportOrigin } from './import-request.ts';
import type { ImportDesk } from './import-sources.ts';
import type { StandingChange } from './large-change.ts';

/** Every row that an import adds carries its id, so it is short: 12 hexadecimal figures, one of 281 million million. */
function newImportId(): string {
  return randomBytes(6).toString('hex');
}

/** A link that is asked for: which identifier is to follow which, and why there are two. */
export interface LinkAskedFor extends Pick<ChildLink, 'childId' | 'follows' | 'kind'> {
  /** The name of the child in reports under the first identifier. */
  readonly pseudonym: string;
}

/** What whoever asks for an import says of it beside why. */
export interface ImportOrders {
  /** For what all of the files stand; by default each as its kind usually does. */
  readonly extent?: Extent | undefined;
  /** Whether it may change much of what stands. */
  readonly acceptsLargeChange?: boolean | undefined;
  /** The import that this one takes back or puts back. */
  readonly turns?: { readonly importId: string; readonly kind: Turn } | undefined;
  /** The link of two identifiers of one child for which it stands. */
  readonly links?: LinkAskedFor | undefined;
}

/** Enters an import in the register before it starts, so that one that is cut off is seen. Gives its id. `admits`, in the same transaction, throws for one that is not to be taken. */
export async function registerImport(
  { ground, now }: Pick<ImportDesk, 'ground' | 'now'>,
  acting: Acting,
  origin: ImportOrigin,
  status: 'receiving' | 'queued' | 'running',
  orders: ImportOrders = {},
  admits: (tx: CouncilTransaction<RecordsTables>) => Promise<void> = async () => undefined,
): Promise<string> {
  const importId = newImportId();
  await ground.transaction<RecordsTables, void>(acting, async (tx) => {
    await admits(tx);
    await tx.insertMany(
      'import',
      [
        ...['import_id', 'requested_at', 'requested_by', 'person_id', 'person_role'],
        ...['reason', 'origin', 'status', 'extent', 'accepts_large_change'],
        ...['turns_import', 'turn'],
      ],
      [
        [
          ...[importId, now(), acting.actor, acting.person?.personId, acting.person?.role],
          ...[acting.reason, origin, status, orders.extent, orders.acceptsLargeChange ?? false],
          ...[orders.turns?.importId, orders.turns?.kind],
        ],
      ],
    );
    if (orders.links === undefined) return;
    const { childId, follows, kind, pseudonym } = orders.links;
    await tx.insertMany(
      'child_link',
      ['import_id', 'child_id', 'follows', 'kind', 'pseudonym'],
      [[importId, childId, follows, kind, pseudonym]],
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
  largeChange?: readonly StandingChange[],
): Promise<void> {
  await ground.transaction<RecordsTables, void>(acting, async (tx) => {
    await tx.rows(
      `update import set status = $3, problem = $4, large_change = $5
       where authority_id = $1 and import_id = $2 and status in ('receiving', 'queued', 'running')`,
      [
        ...[tx.authority, importId, status, problem],
        largeChange === undefined ? null : JSON.stringify(largeChange),
      ],
    );
  });
}
