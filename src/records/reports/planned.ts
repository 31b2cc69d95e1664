import type { ChildFacts } from './weekly-report/facts.ts';
import { isEnd, isReasonUnknown, isUnplanned, movesOf } from './weekly-report/movements.ts';
import type { Week } from './weekly-report/week.ts';

const RETURNS: Readonly<Record<string, string>> = { E4A: 'Planned', E4B: 'Unplanned' };

/** Whether the child's moves and return home of the week were planned, as the return says; null where there were none. */
export function plannedInWords(facts: ChildFacts, week: Week): string | null {
  const said = [
    ...movesOf(facts, week).map((move) => {
      if (isUnplanned(move)) return 'Unplanned';
      return move.reason === undefined || isReasonUnknown(move) ? 'Not said' : 'Planned';
    }),
    ...facts.care.spans.flatMap(({ episode }) =>
      isEnd(episode, week) ? (RETURNS[episode.rec ?? ''] ?? []) : [],
    ),
  ];
  return ['Unplanned', 'Not said', 'Planned'].find((each) => said.includes(each)) ?? null;
}
