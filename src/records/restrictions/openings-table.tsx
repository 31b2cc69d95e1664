import type { VNode } from 'preact';
import { instantInWords } from '../../core/instant.ts';
import { Button } from '../../platform/components/button.tsx';
import { Table } from '../../platform/components/table.tsx';
import { paths } from '../paths.ts';
import type { RestrictionOpening } from './restriction.ts';

function Acknowledged(props: {
  readonly opening: RestrictionOpening;
  readonly mayAcknowledge: boolean;
}): VNode {
  const { acknowledged, childId, openingId, person } = props.opening;
  if (acknowledged !== undefined) {
    return (
      <>
        {acknowledged.by}, {instantInWords(acknowledged.at)}
      </>
    );
  }
  if (!props.mayAcknowledge) return <>Not yet</>;
  return (
    <form method="post" action={paths.acknowledgeOpening(childId, openingId)}>
      <Button text={`Acknowledge ${person}’s opening`} kind="secondary" />
    </form>
  );
}

/** Who opened restricted children, the latest first. */
export function OpeningsTable(props: {
  readonly caption: string;
  readonly openings: readonly RestrictionOpening[];
  /** Whether this person may acknowledge the opening. */
  readonly mayAcknowledge: (opening: RestrictionOpening) => boolean;
}): VNode {
  return (
    <Table
      caption={props.caption}
      columns={[
        { key: 'when', heading: 'Opened', type: 'text' },
        { key: 'child', heading: 'Child', type: 'text' },
        { key: 'who', heading: 'By', type: 'text' },
        { key: 'why', heading: 'Why', type: 'text' },
        { key: 'until', heading: 'Shut', type: 'text' },
        { key: 'acknowledged', heading: 'Acknowledged', type: 'text' },
      ]}
      rows={props.openings.map((opening) => ({
        cells: {
          when: instantInWords(opening.openedAt),
          child: (
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={paths.restriction(opening.childId)}
            >
              {opening.childId}
            </a>
          ),
          who: opening.person,
          why: opening.reason,
          until: instantInWords(opening.shutAt),
          acknowledged: (
            <Acknowledged opening={opening} mayAcknowledge={props.mayAcknowledge(opening)} />
          ),
        },
      }))}
      empty="Nobody who is not named has opened them."
    />
  );
}
