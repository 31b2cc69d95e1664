import type { VNode } from 'preact';
import { Details } from '../../../../platform/components/messages.tsx';
import { SummaryList } from '../../../../platform/components/summary-list.tsx';
import { CHANGE_KIND_WORDS, CHANGE_KINDS } from '../../change-kind.ts';

/** Where on the page its words and figures are explained. */
export const MEANINGS = 'meanings';

/** What the words and the figures of the page mean. */
export function Meanings(): VNode {
  const kinds = CHANGE_KINDS.map((kind) => ({
    key: CHANGE_KIND_WORDS[kind].text,
    value: CHANGE_KIND_WORDS[kind].meaning,
  }));
  return (
    <div id={MEANINGS}>
      <Details summary="What the words and figures mean">
        <SummaryList
          rows={[
            ...kinds,
            {
              key: 'Children concerned',
              value:
                'Children of whom at least one record is changed, new, withdrawn or came back.',
            },
            {
              key: 'Nights in care',
              value:
                'Nights of the year before the later day, as the care episodes concerned hold them; after less before.',
            },
            {
              key: 'Amounts',
              value:
                'The sum of what the records concerned say: weekly rates of the costs that hold the night of the later day, gross amounts of payments, annual budgets, amounts of the general ledger. A cost that is over by that night, or begins after it, is among the records but its rate is in no sum.',
            },
            {
              key: 'Cause',
              value:
                'The import that touched the record last. Between states far apart others may have touched it before; compare states nearer to each other to see each.',
            },
            {
              key: 'Return of the year',
              value:
                'That a newer return says the same of a record is no change of it: the record is restated.',
            },
          ]}
        />
      </Details>
    </div>
  );
}
