import type { VNode } from 'preact';
import { Radios } from '../../../../platform/components/choices.tsx';
import type { SavedMapping } from '../../mappings/saved-mapping.ts';

/** For what files of a layout stand, in words. */
export const EXTENT_WORDS: Readonly<Record<NonNullable<SavedMapping['extent']> | 'usual', string>> =
  {
    usual: 'As files of their kind usually do',
    whole: 'Everything',
    changes: 'Only what is new or changed',
  };

/** Asks for what files of a layout stand, once for all of them. */
export function ExtentChoice(props: { readonly value: string }): VNode {
  return (
    <Radios
      name="extent"
      label="What do files of this layout hold?"
      hint="Whoever imports files may still say otherwise of them."
      small
      value={props.value === '' ? 'usual' : props.value}
      problem={undefined}
      choices={[
        {
          value: 'usual',
          text: EXTENT_WORDS.usual,
          hint: 'Costs, budgets, places and names hold everything; payments only what is new or changed.',
        },
        {
          value: 'whole',
          text: EXTENT_WORDS.whole,
          hint: 'What such a file no longer holds is taken out of what stands; of payments and the general ledger, those of the runs or days from its first to its last.',
        },
        { value: 'changes', text: EXTENT_WORDS.changes, hint: 'Nothing is taken out.' },
      ]}
    />
  );
}
