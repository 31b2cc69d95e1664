import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import type { PublishedEarlier } from '../../then-and-now/published-reports.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The reports of a week that were published, each leading to its figures then and now. */
export function PublishedTable(props: {
  readonly weekEnding: PlainDate;
  readonly published: readonly PublishedEarlier[];
}): VNode {
  const { weekEnding, published } = props;
  return (
    <Table
      caption="Published earlier"
      columns={[
        { key: 'when', heading: 'Published', type: 'text' },
        { key: 'who', heading: 'By', type: 'text' },
        { key: 'withheld', heading: 'Counts withheld below', type: 'whole' },
      ]}
      rowHeader="when"
      rows={published.map(({ publishedReportId, publishedAt, publishedBy, smallNumber }) => ({
        cells: {
          when: (
            <a
              class={LINK}
              href={paths.reportThenAndNow(weekEnding, { published: publishedReportId })}
            >
              {instantInWords(publishedAt)}
            </a>
          ),
          who: publishedBy,
          withheld: smallNumber,
        },
      }))}
      empty="No report of this week is recorded as published. What was known at the end of a day can be looked at all the same."
    />
  );
}
