import { type EpisodeFields, episodeFields } from './episode-fields.ts';
import type { Repair } from './repair.ts';
import type { RecordShape, ReportedRecord } from './reported-record.ts';

/** An episode as it stands in the history: what was reported, and the end that holds. */
export interface SettledEpisode {
  readonly reported: ReportedRecord;
  readonly dec: string | null;
  readonly rec: string | null;
}

/** The day after the last of a return's year: first night of which the return says nothing. */
export function firstDayAfterReturn(returnYear: number): string {
  return `${returnYear}-04-01`;
}

interface Ending {
  readonly rule: 'cut-at-next-episode' | 'ended-before-new-start';
  readonly dec: string;
  readonly rec: string | null;
}

/** The end of an episode that is still open, or ends later, when the next one starts. */
function endingBefore(next: EpisodeFields, { decom, dec, rec, returnYear }: EpisodeFields): Ending {
  if (next.rne !== 'S') return { rule: 'cut-at-next-episode', dec: next.decom, rec: 'X1' };
  if (dec !== null) return { rule: 'cut-at-next-episode', dec: next.decom, rec };
  const known = firstDayAfterReturn(returnYear);
  const ends = returnYear > 0 && known < next.decom && known > decom ? known : next.decom;
  return { rule: 'ended-before-new-start', dec: ends, rec: null };
}

/**
 * A child's episodes in order, none overlapping the next: one that is still open, or ends later,
 * when the next starts is cut at the next DECOM and continues there (REC X1: episode ends, a new
 * one starts the same day; SSDA903 guide). Where the next begins a new period of care (RNE S), the
 * one before had ended, for a reason that is not known; one left open, no later than its return's year.
 */
export function settleEpisodes(
  shape: RecordShape,
  childId: string,
  reported: Iterable<ReportedRecord>,
): { readonly episodes: readonly SettledEpisode[]; readonly repairs: readonly Repair[] } {
  const fieldsOf = episodeFields(shape);
  const inOrder = Array.from(reported, (record) => ({ record, fields: fieldsOf(record) }));
  if (inOrder.length > 1) inOrder.sort((a, b) => (a.fields.decom < b.fields.decom ? -1 : 1));
  const repairs: Repair[] = [];
  const episodes = inOrder.map(({ record, fields }, position): SettledEpisode => {
    const { decom, dec, rec } = fields;
    const next = inOrder[position + 1]?.fields;
    if (next === undefined || (dec !== null && dec <= next.decom)) {
      return { reported: record, dec, rec };
    }
    const ending = endingBefore(next, fields);
    repairs.push({
      rule: ending.rule,
      module: 'episodes',
      childId,
      recordKey: decom,
      before: { DEC: dec, REC: rec },
      after: { DEC: ending.dec, REC: ending.rec },
      returnYear: record.returnYear,
    });
    return { reported: record, dec: ending.dec, rec: ending.rec };
  });
  return { episodes, repairs };
}
