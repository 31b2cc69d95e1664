import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import type { PublishedEarlier } from '../../then-and-now/published-reports.ts';
import type { WeekShown } from '../../weekly-report/week.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The reports of a week that were published, each leading to its figures then and now. */
export function PublishedTable(props: {
  readonly week: WeekShown;
  readonly published: readonly PublishedEarlier[];
}): VNode {
  const { published, week } = props;
  return (
    <Table
      caption="Published earlier"
      columns={[
        { key: 'when', heading: 'Published', type: 'text' },
        { key: 'who', heading: 'By', type: 'text' },
        { key: 'withheld', heading: 'Counts withheld below', type: 'whole' },
      ]}
      rowHeader="when"
      rows={published.map(({ publishedAt, publishedBy, smallNumber, ...of }) => ({
        cells: {
          when: (
            <>
              <a
                class={LINK}
                href={paths.reportThenAndNow(week.weekEnding, { published: of.publishedReportId })}
              >
                {instantInWords(publishedAt)}
              </a>
              {of.weekEnding !== week.weekEnding &&
                `, of the seven days to ${dateInWords(of.weekEnding)}`}
            </>
          ),
          who: publishedBy,
          withheld: smallNumber,
        },
      }))}
      empty="No report of this week is recorded as published. What was known at the end of a day can be looked at all the same."
    />
  );
}
