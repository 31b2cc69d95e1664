import type { VNode } from 'preact';
import { instantInWords } from '../../../core/instant.ts';
import { InsetText } from '../../../platform/components/messages.tsx';
import { Table } from '../../../platform/components/table.tsx';
import { paths } from '../../paths.ts';
import { OpeningsTable } from '../openings-table.tsx';
import {
  RESTRICTION_KIND_NAMES,
  type Restriction,
  type RestrictionOpening,
} from '../restriction.ts';

/** The title and heading of the list. */
export const RESTRICTED_TITLE = 'Restricted children';

/** The restrictions that the reader may see, and the openings of them. */
export function RestrictedChildrenView(props: {
  readonly restrictions: readonly Restriction[];
  readonly openings: readonly RestrictionOpening[];
  /** Whether other children are restricted. */
  readonly leavesOut: boolean;
  readonly personId: string;
}): VNode {
  const { restrictions, openings, leavesOut, personId } = props;
  const isMine = (childId: string) =>
    restrictions.some(
      (each) =>
        each.childId === childId && each.readers.some((reader) => reader.personId === personId),
    );
  return (
    <>
      <h1 class="govuk-heading-l">{RESTRICTED_TITLE}</h1>
      <p class="govuk-body">
        A restricted child is seen only by the people named. To restrict a child, open the child’s
        page.
      </p>
      {leavesOut && (
        <InsetText>
          Others are restricted to people you are not among: neither they nor who opened them stands
          here.
        </InsetText>
      )}
      <Table
        caption="Restrictions"
        columns={[
          { key: 'child', heading: 'Child', type: 'text' },
          { key: 'kind', heading: 'Kind', type: 'text' },
          { key: 'by', heading: 'Restricted by', type: 'text' },
          { key: 'at', heading: 'When', type: 'text' },
          { key: 'readers', heading: 'Seen by', type: 'text' },
        ]}
        rowHeader="child"
        rows={restrictions.map(({ childId, kind, restrictedBy, restrictedAt, readers }) => ({
          cells: {
            child: (
              <a class="govuk-link govuk-link--no-visited-state" href={paths.restriction(childId)}>
                {childId}
              </a>
            ),
            kind: RESTRICTION_KIND_NAMES[kind],
            by: restrictedBy,
            at: instantInWords(restrictedAt),
            readers: readers.map(({ name }) => name).join(', '),
          },
        }))}
        empty="No child is restricted to you."
      />
      {(restrictions.length > 0 || openings.length > 0) && (
        <OpeningsTable
          caption="Openings of these children"
          openings={openings}
          mayAcknowledge={(opening) =>
            opening.acknowledged === undefined &&
            opening.personId !== personId &&
            isMine(opening.childId)
          }
        />
      )}
    </>
  );
}
