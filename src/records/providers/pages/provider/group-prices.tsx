import type { VNode } from 'preact';
import { Table } from '../../../../platform/components/table.tsx';
import type { CostGroup } from '../../../care-cost/attribution.ts';
import { COST_GROUP_NAMES } from '../../../reports/weekly-report/group-names.ts';
import { perCent } from '../../per-cent.ts';
import { averageOfOthers, riseForSame, riseOf, riseOfOthers } from '../../rise.ts';
import type { Tally } from '../../tally.ts';
import type { ShownProvider } from './shown-provider.ts';

type Found = Pick<ShownProvider, 'found'>;

const NONE: ReadonlyMap<CostGroup, Tally> = new Map();

function riseOfAll({ averageBefore, averageNow }: Tally) {
  return averageNow === undefined ? undefined : riseOf(averageBefore ?? 0, averageNow);
}

/** What it costs by placement group, beside others. */
export function GroupPrices({ found }: Found): VNode {
  const { byGroup = NONE, whole = NONE, all } = found.provider ?? {};
  const groups = [...byGroup].filter(([, { nights }]) => nights > 0);
  const rows = groups
    .toSorted(([, one], [, other]) => other.cost.penceNights - one.cost.penceNights)
    .map(([group, tally]) => ({
      cells: {
        ...{ group: COST_GROUP_NAMES[group], children: tally.now.children, nights: tally.nights },
        ...{ cost: tally.cost.pence, price: tally.averageWeekly },
        others: averageOfOthers(group, byGroup, whole),
        same: tally.same.children,
        rise: perCent(riseForSame(tally)),
        riseOfOthers: perCent(riseOfOthers(new Map([[group, tally]]), whole)),
        riseAll: perCent(riseOfAll(tally)),
      },
    }));
  const total = all && {
    cells: {
      ...{ group: 'All groups', children: all.now.children, nights: all.nights },
      ...{ cost: all.cost.pence, price: all.averageWeekly, same: all.same.children },
      ...{ rise: perCent(riseForSame(all)), riseAll: perCent(riseOfAll(all)) },
      riseOfOthers: perCent(riseOfOthers(byGroup, whole)),
    },
    total: true,
  };
  return (
    <Table
      caption="Prices by placement group, twelve months"
      captionSize="s"
      columns={[
        { key: 'group', heading: 'Placement group', type: 'text' },
        { key: 'children', heading: 'Children now', type: 'whole' },
        { key: 'nights', heading: 'Nights', type: 'whole' },
        { key: 'cost', heading: 'Spend', type: 'money' },
        { key: 'price', heading: 'Weekly price', type: 'money' },
        { key: 'others', heading: 'Others’ weekly price', type: 'money' },
        { key: 'same', heading: 'Same children', type: 'whole' },
        { key: 'rise', heading: 'Their rise', type: 'text' },
        { key: 'riseOfOthers', heading: 'Others’ rise', type: 'text' },
        { key: 'riseAll', heading: 'Rise, all children', type: 'text' },
      ]}
      rowHeader="group"
      rows={total === undefined || rows.length === 0 ? rows : [...rows, total]}
      empty="It charged for no night of the last twelve months."
    />
  );
}
