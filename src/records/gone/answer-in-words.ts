import { dateInWords } from '../../core/plain-date.ts';
import { codeName } from '../codes/code-status.ts';
import type { AnswerGiven } from './answers.ts';
import type { QuestionState } from './questions.ts';

/** REC of a child whom another authority in the UK looks after now (SSDA903 guide). */
export const MOVED = 'E3';

/** Where a question stands, in words. */
export const QUESTION_STATES: Readonly<Record<QuestionState, string>> = {
  waiting: 'Not answered',
  ended: 'Care ended',
  moved: 'Moved to another authority',
  missing: 'Missing from the return by mistake',
  settled: 'Settled by an import',
};

/** An answer, as a cell: `Care ended on 3 May 2021 (Returned home, planned)`. */
export function answerInWords({
  answer,
  endedOn,
  rec,
}: Pick<AnswerGiven, 'answer' | 'endedOn' | 'rec'>): string {
  const on = endedOn === null ? '' : ` on ${dateInWords(endedOn)}`;
  switch (answer) {
    case 'ended':
      return `${QUESTION_STATES.ended}${on} (${codeName('reasonEpisodeCeased', rec ?? '') ?? rec})`;
    case 'moved':
      return `${QUESTION_STATES.moved}${on}`;
    case 'missing':
      return QUESTION_STATES.missing;
    case 'taken back':
      return 'Answer taken back';
  }
}
