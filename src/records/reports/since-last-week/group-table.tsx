import { inFigures } from '../../../core/english.ts';
import { penceOf } from '../../../core/money.ts';
import { Table } from '../../../platform/components/table.tsx';
import type { CostGroup } from '../../care-cost/attribution.ts';
import { COST_GROUP_NAMES } from '../weekly-report/group-names.ts';
import type { WeekShown } from '../weekly-report/week.ts';
import { changeInWords, type Followed, line, pounds } from './followed.ts';
import type { SinceLastWeek } from './load-since.ts';

const count = inFigures;

/** Children and spend of each placement group, the smallest figures. */
export function GroupTable({
  since,
  week,
}: {
  readonly since: SinceLastWeek;
  readonly week: WeekShown;
}) {
  const rows = (Object.keys(COST_GROUP_NAMES) as CostGroup[]).flatMap((group) => {
    const children: Followed = {
      ...{ of: ({ byGroup }) => byGroup[group].children, shown: count, ofANight: true },
    };
    const spend: Followed = { of: ({ byGroup }) => byGroup[group].weekPence, shown: pounds };
    const { [group]: now } = since.now.byGroup;
    const ever = since.weeks.some((each) => children.of(each) > 0 || spend.of(each) > 0);
    if (!ever && now.children === 0 && now.weekPence === 0) return [];
    return [
      {
        cells: {
          group: COST_GROUP_NAMES[group],
          children: now.children,
          childrenChange: changeInWords(children, since, week),
          childrenLine: line(children, since),
          spend: penceOf(now.weekPence),
          spendChange: changeInWords(spend, since, week),
          spendLine: line(spend, since),
        },
      },
    ];
  });
  return (
    <div class="wellplaced-wide">
      <Table
        caption="Children and spend by placement group, with thirteen weeks"
        captionSize="s"
        columns={[
          { key: 'group', heading: 'Placement group', type: 'text' },
          { key: 'children', heading: 'Children', type: 'whole' },
          { key: 'childrenChange', heading: 'Change', type: 'text' },
          { key: 'childrenLine', heading: 'Thirteen weeks', type: 'text' },
          { key: 'spend', heading: 'Spend in the week', type: 'money' },
          { key: 'spendChange', heading: 'Change in spend', type: 'text' },
          { key: 'spendLine', heading: 'Spend, thirteen weeks', type: 'text' },
        ]}
        rowHeader="group"
        rows={rows}
        empty="Nobody was looked after and nothing was charged in thirteen weeks."
      />
    </div>
  );
}
