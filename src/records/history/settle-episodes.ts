import type { Repair } from './repair.ts';
import type { RecordShape, ReportedRecord } from './reported-record.ts';

/** An episode as it stands in the history: what was reported, and the end that holds. */
export interface SettledEpisode {
  readonly reported: ReportedRecord;
  readonly dec: string | null;
  readonly rec: string | null;
}

/**
 * A child's episodes in order, none overlapping the next: one that is still open, or ends later,
 * when the next starts is cut at the next DECOM and continues there (REC X1: episode ends, a new
 * one starts the same day; SSDA903 guide).
 */
export function settleEpisodes(
  shape: RecordShape,
  childId: string,
  reported: Iterable<ReportedRecord>,
): { readonly episodes: readonly SettledEpisode[]; readonly repairs: readonly Repair[] } {
  const decom = shape.columns.indexOf('DECOM');
  const dec = shape.columns.indexOf('DEC');
  const rec = shape.columns.indexOf('REC');
  const start = (record: ReportedRecord) => record.values[decom] ?? '';
  const inOrder = [...reported].sort((a, b) => (start(a) < start(b) ? -1 : 1));
  const repairs: Repair[] = [];
  const episodes = inOrder.map((record, position): SettledEpisode => {
    const ends = record.values[dec] ?? null;
    const reason = record.values[rec] ?? null;
    const next = inOrder[position + 1];
    if (next === undefined || (ends !== null && ends <= start(next))) {
      return { reported: record, dec: ends, rec: reason };
    }
    repairs.push({
      rule: 'cut-at-next-episode',
      module: 'episodes',
      childId,
      recordKey: start(record),
      before: { DEC: ends, REC: reason },
      after: { DEC: start(next), REC: 'X1' },
      returnYear: record.returnYear,
    });
    return { reported: record, dec: start(next), rec: 'X1' };
  });
  return { episodes, repairs };
}
