import type { RuleExplanation } from './rule-explanation.ts';

/** What the weekly report finds among what it counts. */
export const OF_THE_WEEK = {
  'move-without-reason': {
    name: 'A move without a reason',
    whatToDo:
      'The episode that ended gives no reason for the change of placement, so the move is not counted as unplanned. Ask the social worker and record the reason.',
    whoMends: 'The child’s social worker',
  },
  'move-reason-unknown': {
    name: 'A move for a reason that is no code',
    whatToDo:
      'What the episode gives as the reason for the change of placement is in no year’s guide, so it is not known whether the move was planned. Record the right reason.',
    whoMends: 'The child’s social worker',
  },
  'end-reason-unknown': {
    name: 'An end for a reason that is no code',
    whatToDo:
      'What the episode gives as the reason it ceased is in no year’s guide, so it is not known whether the child ceased to be looked after. Record the right reason.',
    whoMends: 'The child’s social worker',
  },
  'looked-after-without-date-of-birth': {
    name: 'Looked after, date of birth not known',
    whatToDo:
      'The child is left out of every figure by age. Record the date of birth, or the one assessed.',
    whoMends: 'The child’s social worker',
  },
} as const satisfies Record<string, RuleExplanation>;
