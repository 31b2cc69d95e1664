import type { Nights } from '../../core/nights.ts';
import type { Episode } from '../model.ts';

/** A run of nights under one legal status. */
export interface LegalStatusRun extends Nights {
  /** LS of the SSDA903 return. */
  readonly code: string | undefined;
}

/** The legal statuses of one child in order, from the child's episodes in order: those that follow one another unchanged are one. */
export function legalStatuses(episodes: readonly Episode[]): LegalStatusRun[] {
  const runs: LegalStatusRun[] = [];
  for (const { decom, dec, ls } of episodes) {
    const last = runs.at(-1);
    if (last !== undefined && last.code === ls && last.to === decom) {
      runs[runs.length - 1] = { ...last, to: dec };
    } else {
      runs.push({ code: ls, from: decom, to: dec });
    }
  }
  return runs;
}
