import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { changesByDay } from '../../changes-by-day.ts';
import { perCent } from '../../per-cent.ts';
import type { ShownProvider } from './shown-provider.ts';

/** As many days as one looks through on paper; the list holds all. */
const SHOWN = 12;

/** From which days its prices changed, and by how much. */
export function PriceChangesTable({ found }: Pick<ShownProvider, 'found'>): VNode {
  const days = changesByDay(found.changes);
  // Of one group alone its long name would be all that one sees on paper.
  const groups = new Set(days.map(({ group }) => group));
  return (
    <>
      <Table
        caption="Changes of price by day"
        captionSize="s"
        columns={[
          { key: 'date', heading: 'From', type: 'date' },
          ...(groups.size > 1
            ? [{ key: 'group', heading: 'Placement group', type: 'text' } as const]
            : []),
          { key: 'children', heading: 'Children', type: 'whole' },
          { key: 'before', heading: 'Weekly before', type: 'money' },
          { key: 'after', heading: 'Weekly after', type: 'money' },
          { key: 'rise', heading: 'Rise', type: 'text' },
          { key: 'what', heading: 'What differs', type: 'text', sentences: true },
        ]}
        rows={days.slice(0, SHOWN).map(({ rise, ...day }) => ({
          cells: { ...day, rise: perCent(rise) },
        }))}
        empty="No price of its packages ever changed."
      />
      {days.length > 0 && (
        <p class="govuk-body wellplaced-no-print">
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={paths.priceChanges({ provider: found.key })}
          >
            The whole history:{' '}
            {counted(found.changes.length, 'change of price', 'changes of price')}
          </a>
        </p>
      )}
    </>
  );
}
