import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import type { SaidOtherwise } from '../../taking-back/said-otherwise-since.ts';

/** Where later imports say otherwise of the same records than the one that is to be turned. */
export function SaidOtherwiseSince(props: {
  readonly since: readonly SaidOtherwise[];
}): VNode | null {
  if (props.since.length === 0) return null;
  return (
    <Table
      caption="Records of this import that later ones have said otherwise"
      columns={[
        { key: 'later', heading: 'Later import', type: 'text' },
        { key: 'by', heading: 'By', type: 'text' },
        { key: 'changed', heading: 'Changed', type: 'whole' },
        { key: 'withdrawn', heading: 'Withdrawn', type: 'whole' },
      ]}
      rowHeader="later"
      rows={props.since.map(({ importId, requestedAt, requestedBy, changed, withdrawn }) => ({
        cells: {
          later: (
            <a class="govuk-link govuk-link--no-visited-state" href={paths.import(importId)}>
              {instantInWords(requestedAt)}
            </a>
          ),
          by: requestedBy,
          changed,
          withdrawn,
        },
      }))}
      empty=""
    />
  );
}
