import type { VNode } from 'preact';
import { counted, oneOrMore } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { FormView } from '../../../../platform/forms/form-view.tsx';
import type { Sent } from '../../../../platform/forms/take-form.ts';
import { paths } from '../../../paths.ts';
import type { Turn } from '../../../revisions/revision.ts';
import type { RegisteredImport } from '../../load-import.ts';
import type { SaidOtherwise } from '../../taking-back/said-otherwise-since.ts';
import { TURN_FORMS } from './form.ts';
import { SaidOtherwiseSince } from './said-otherwise.tsx';

/** What the page of a turn says of the import that is to be turned. */
export interface TurnPage {
  readonly one: RegisteredImport;
  readonly kind: Turn;
  /** How many imports were made since, which are kept. */
  readonly later: number;
  /** Those of them that said otherwise of the same records. */
  readonly since: readonly SaidOtherwise[];
  readonly sent?: Sent | undefined;
}

/** The title of the page, and the words of its heading. */
export function turnTitle(kind: Turn): string {
  return kind === 'taken back' ? 'Take an import back' : 'Put an import back';
}

/** What taking back or putting back means, and the reason that it wants. */
export function TurnView({ one, kind, later, since: otherwise, sent }: TurnPage): VNode {
  const { importId, requestedAt, requestedBy } = one;
  const path = kind === 'taken back' ? paths.takeBackImport : paths.putBackImport;
  const since = `${counted(later, 'import')} made since ${oneOrMore(later, 'is', 'are')} kept`;
  return (
    <>
      <ErrorSummary problems={sent?.problems} />
      <span class="wellplaced-caption">
        Import of {instantInWords(requestedAt)}, {requestedBy}
      </span>
      <h1 class="govuk-heading-l">{turnTitle(kind)}</h1>
      <p class="govuk-body">
        {kind === 'taken back'
          ? 'The records become what they would be if this import had never been made.'
          : 'The records become what they would be if this import had never been taken back.'}{' '}
        {later > 0 && `The ${since}: what they say stands.`}
      </p>
      <SaidOtherwiseSince since={otherwise} />
      <InsetText>
        Nothing is lost: what stood until now is kept as what was known before, reports published
        earlier stay as they were, and{' '}
        {kind === 'taken back'
          ? 'the import can be put back.'
          : 'the import can be taken back again.'}
      </InsetText>
      <FormView form={TURN_FORMS[kind]} action={path(importId)} sent={sent} />
    </>
  );
}
