import type { VNode } from 'preact';
import { counted, oneOrMore } from '../../core/english.ts';
import { dateInWords } from '../../core/plain-date.ts';
import { InsetText } from '../../platform/components/messages.tsx';
import { paths } from '../paths.ts';
import { answerInWords } from './answer-in-words.ts';
import type { GoneQuestion } from './questions.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

function said({ state, lastNight, lastNamed, latest }: GoneQuestion): string {
  const gone = `The newest return does not name this child, whom the ${lastNamed} return left open.`;
  if (state === 'waiting' || latest === undefined) {
    const until = lastNight === null ? '' : ` up to the night of ${dateInWords(lastNight)}`;
    return `${gone} Until somebody says what became of the child, the child is counted${until} and no longer.`;
  }
  const acts = state === 'missing' ? ' The child is counted on.' : '';
  return `${gone} ${answerInWords(latest)}, as ${latest.decidedBy} said.${acts}`;
}

/** On the page of a child who is gone from the newest return: that it is so, and what was said of it. */
export function GoneNotice(props: {
  readonly question: GoneQuestion | undefined;
  readonly answers: boolean;
}): VNode | null {
  const { question, answers } = props;
  if (question === undefined || question.state === 'settled') return null;
  return (
    <InsetText>
      {said(question)}{' '}
      {answers && (
        <a class={LINK} href={paths.childGone(question.childId)}>
          {question.state === 'waiting' ? 'Say what became of the child' : 'Change the answer'}
        </a>
      )}
    </InsetText>
  );
}

/** On a list that leaves out children gone from the newest return: how many, and the way to them. */
export function GoneCount({ waiting }: { readonly waiting: number }): VNode | null {
  if (waiting === 0) return null;
  return (
    <p class="govuk-body">
      <a class={LINK} href={paths.childrenGone}>
        {counted(waiting, 'child', 'children')} gone from the newest return
      </a>{' '}
      {oneOrMore(waiting, 'is', 'are')} counted only up to the end of the last return that names{' '}
      {oneOrMore(waiting, 'the child', 'them')}, until somebody says what became of{' '}
      {oneOrMore(waiting, 'the child', 'them')}.
    </p>
  );
}
