import type { VNode } from 'preact';
import { instantInWords } from '../../../core/instant.ts';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/messages.tsx';
import { STEP, STEPS } from '../take-form.ts';
import { DAYS_KEPT } from './draft.ts';
import type { KeptDraft } from './store.ts';

/** Over a form that was filled from a draft. */
export function DraftNote({ keptAt }: Pick<KeptDraft, 'keptAt'>): VNode {
  return (
    <InsetText>
      This is your draft of {instantInWords(keptAt)}. It is not sent yet, nobody else sees it, and
      it is kept for {DAYS_KEPT} days.
    </InsetText>
  );
}

/** The buttons of a form of which drafts are kept, beside the one that sends it. */
export function DraftButtons({ kept }: { readonly kept: boolean }): VNode {
  return (
    <>
      <Button text="Keep as a draft" kind="secondary" name={STEP} value={STEPS.keep} />
      {kept && (
        <Button text="Throw the draft away" kind="secondary" name={STEP} value={STEPS.throwAway} />
      )}
    </>
  );
}
