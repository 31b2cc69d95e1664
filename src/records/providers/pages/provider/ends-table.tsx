import type { VNode } from 'preact';
import { dateOfDayNumber } from '../../../../core/plain-date.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { childCell } from './child-cell.tsx';
import type { ShownProvider } from './shown-provider.ts';

/** The placements that ended unplanned. */
export function EndsTable(shown: ShownProvider): VNode {
  const { ends, provider } = shown.found;
  const { ended = 0, unplanned = 0 } = provider?.all ?? {};
  return (
    <>
      <h3 class="govuk-heading-s">Placements that ended</h3>
      <p class="govuk-body">
        {ended} in the twelve months, {unplanned} of them unplanned.
      </p>
      <div class="wellplaced-no-print">
        <Table
          caption="Unplanned ends"
          captionSize="hidden"
          columns={[
            { key: 'child', heading: 'Child', type: 'text' },
            { key: 'day', heading: 'Ended on', type: 'date' },
            { key: 'reason', heading: 'Reason', type: 'text' },
          ]}
          rowHeader="child"
          rows={ends.map(({ childId, day, reason }) => ({
            cells: { child: childCell(childId, shown), day: dateOfDayNumber(day), reason },
          }))}
          empty="None ended unplanned."
        />
      </div>
    </>
  );
}
