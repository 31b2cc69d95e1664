import type { VNode } from 'preact';
import { instantInWords } from '../../core/instant.ts';
import { WarningText } from '../components/messages.tsx';

/** A decision that somebody else took first, for the person who came second. */
export interface OtherDecision {
  /** What it is on. */
  readonly subject: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  /** What was decided, as it follows on "decided": `to accept it as right, because …`. */
  readonly inWords: string;
  /** The decision's own page. */
  readonly href: string;
}

/** Says who decided what and when, with the way to each decision; stands above the form with what the person typed. */
export function DecidedMeanwhileText(props: {
  readonly decisions: readonly OtherDecision[];
}): VNode {
  return (
    <>
      <WarningText text="Somebody else has decided since you opened the page. Nothing of yours was stored." />
      <ul class="govuk-list govuk-list--bullet">
        {props.decisions.map(({ subject, decidedBy, decidedAt, inWords, href }) => (
          <li key={href}>
            {subject}: {decidedBy} decided on {instantInWords(decidedAt)} {inWords}.{' '}
            <a class="govuk-link" href={href}>
              See the decision<span class="govuk-visually-hidden"> on {subject}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        What you typed is kept below. If your decision is still needed, send it again: it will then
        follow the other.
      </p>
    </>
  );
}
