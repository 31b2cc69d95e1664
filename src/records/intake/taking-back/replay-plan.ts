import type { RevisionMade } from '../../revisions/revision.ts';

/** How the records come to be as if an import had not been, or had: from what was known at a revision, by making imports again. */
export interface ReplayPlan {
  /** The revision whose records are begun with. */
  readonly base: number;
  /** The imports that are then made again, in the order in which they were made. */
  readonly again: readonly string[];
}

/** The imports that stand after a history, in the order in which they were made. */
export function standingImports(history: readonly RevisionMade[]): readonly string[] {
  const standing = new Map<string, boolean>();
  for (const { kind, importId } of history) {
    if (kind !== 'answered') standing.set(importId, kind !== 'taken back');
  }
  return history.flatMap(({ kind, importId }) =>
    kind === 'import' && standing.get(importId) === true ? [importId] : [],
  );
}

/**
 * The plan for a history, its last entry the one that is to be made. What was known just before the
 * import is begun with; but where an earlier import has been taken or put back since, that was known
 * with it or without, and so what was known before that one.
 */
export function replayPlan(history: readonly RevisionMade[]): ReplayPlan {
  const made = new Map(
    history.flatMap(({ kind, importId, revision }) =>
      kind === 'import' ? [[importId, revision] as const] : [],
    ),
  );
  let first = Number.POSITIVE_INFINITY;
  for (const { kind, importId, revision } of [...history].reverse()) {
    if (revision < first && Number.isFinite(first)) continue;
    // What people answered is no part of it: it is settled anew on whatever comes out.
    if (kind === 'taken back' || kind === 'put back')
      first = Math.min(first, made.get(importId) ?? revision);
  }
  const again = standingImports(history).filter((importId) => (made.get(importId) ?? 0) >= first);
  return { base: first - 1, again };
}
