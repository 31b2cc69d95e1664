import { type DayNumber, dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import { rhythmInWords, SOURCES_IN_WORDS } from '../pay-runs/in-words.ts';
import type { Stream, StreamState } from '../pay-runs/stream.ts';
import { inWords } from './value-in-words.ts';

/** A stream of payments as a list shows it. */
export type StreamRow = {
  /** Null where none is named: then the stream is told by its cost centre. */
  readonly supplier: string | null;
  readonly element: string;
  readonly costCentre: string | null;
  readonly state: StreamState;
  readonly rhythm: string | null;
  readonly source: string;
  readonly lastRun: PlainDate | null;
  readonly paidTo: PlainDate | null;
  readonly nextRun: PlainDate | null;
  /** Days since the next run was due; null while it is not. */
  readonly overdueBy: number | null;
  /** The last night that is compared. */
  readonly cutOff: PlainDate | null;
};

const dateOf = (day: DayNumber | undefined) => (day === undefined ? null : dateOfDayNumber(day));

/** The streams as rows. */
export function streamRows(streams: Iterable<Stream>): StreamRow[] {
  return Array.from(streams, (stream) => ({
    supplier: stream.provider ?? null,
    element: inWords(stream.element),
    costCentre: stream.provider === undefined ? (stream.costCentre ?? null) : null,
    state: stream.state,
    rhythm: stream.rhythm === undefined ? null : rhythmInWords(stream.rhythm),
    source: SOURCES_IN_WORDS[stream.source],
    lastRun: dateOf(stream.last?.runDate),
    paidTo: dateOf(stream.last?.paidTo),
    nextRun: dateOf(stream.nextRun),
    overdueBy: stream.overdueBy === 0 ? null : stream.overdueBy,
    cutOff: dateOf(stream.cutOff),
  }));
}
