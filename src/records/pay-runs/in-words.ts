import { counted } from '../../core/english.ts';
import type { Rhythm } from './rhythm.ts';
import type { RhythmSource, StreamState } from './stream.ts';

const BY_DAYS = new Map([
  [7, 'Weekly'],
  [14, 'Fortnightly'],
  [28, 'Four-weekly'],
]);
const BY_MONTHS = new Map([
  [1, 'Monthly'],
  [3, 'Quarterly'],
]);

function everySo({ gap, months }: Rhythm): string {
  if (months !== undefined) return BY_MONTHS.get(months) ?? `Every ${months} months`;
  return BY_DAYS.get(gap) ?? `About every ${gap} days`;
}

/** How a stream is paid: `Four-weekly, paid 5 days after the last night`. */
export function rhythmInWords(rhythm: Rhythm): string {
  const every = everySo(rhythm);
  if (rhythm.lag === 0) return `${every}, paid on the last night`;
  const when = rhythm.lag > 0 ? 'after' : 'before';
  return `${every}, paid ${counted(Math.abs(rhythm.lag), 'day')} ${when} the last night`;
}

/** From what a rhythm is told. */
export const SOURCES_IN_WORDS: Readonly<Record<RhythmSource, string>> = {
  own: 'Its own runs',
  supplier: 'The supplier’s other runs',
  all: 'The runs by which most is paid',
  assumed: 'Taken to be monthly: too few runs',
  none: 'Nothing was ever paid: every night is compared',
};

/** How a stream stands. */
export const STREAM_STATES_IN_WORDS: Readonly<Record<StreamState, string>> = {
  'on-time': 'On time',
  overdue: 'Overdue',
  'never-paid': 'Never paid',
  'nothing-to-pay': 'Nothing to pay',
};
