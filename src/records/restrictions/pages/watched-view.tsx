import type { VNode } from 'preact';
import { instantInWords } from '../../../core/instant.ts';
import { Table } from '../../../platform/components/table.tsx';
import type { WatchedOpening } from '../restriction.ts';

/** The title and heading of the page. */
export const WATCHED_TITLE = 'Openings of restricted children';

/** Every opening: who, when and why. */
export function WatchedOpeningsView(props: {
  readonly openings: readonly WatchedOpening[];
}): VNode {
  return (
    <>
      <h1 class="govuk-heading-l">{WATCHED_TITLE}</h1>
      <p class="govuk-body">
        Who opened, for an hour, a child whom only named people may see. The child is not named
        here: openings of one child share the number of its restriction, by which those named know
        it.
      </p>
      <Table
        caption="Openings"
        captionSize="hidden"
        columns={[
          { key: 'when', heading: 'Opened', type: 'text' },
          { key: 'restriction', heading: 'Restriction', type: 'text' },
          { key: 'who', heading: 'By', type: 'text' },
          { key: 'why', heading: 'Why', type: 'text' },
          { key: 'until', heading: 'Shut', type: 'text' },
          { key: 'acknowledged', heading: 'Acknowledged', type: 'text' },
        ]}
        rows={props.openings.map(({ acknowledged, ...opening }) => ({
          cells: {
            when: instantInWords(opening.openedAt),
            restriction: <span class="wellplaced-code">{opening.restriction}</span>,
            who: opening.person,
            why: opening.reason,
            until: instantInWords(opening.shutAt),
            acknowledged:
              acknowledged === undefined
                ? 'Not yet'
                : `${acknowledged.by}, ${instantInWords(acknowledged.at)}`,
          },
        }))}
        empty="Nobody has opened a restricted child."
      />
    </>
  );
}
