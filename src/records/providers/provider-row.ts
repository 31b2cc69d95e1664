import { inFigures } from '../../core/english.ts';
import type { Pence } from '../../core/money.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import { inWords } from '../reports/value-in-words.ts';
import { COST_GROUP_NAMES } from '../reports/weekly-report/group-names.ts';
import type { Provider } from './load-providers.ts';
import { riseForSame, riseOf, riseOfOthers } from './rise.ts';
import { Tally } from './tally.ts';

/** A provider as a list shows it, in one placement group or in all. */
export type ProviderRow = {
  /** Empty where the costs name nobody. */
  readonly key: string;
  readonly provider: string;
  readonly sector: string | null;
  /** The group in which it costs most. */
  readonly groupCode: CostGroup;
  readonly group: string;
  readonly children: number;
  readonly nights: number;
  readonly cost: Pence;
  readonly averageWeekly: Pence | null;
  readonly sameChildren: number;
  readonly rise: number | null;
  readonly riseAll: number | null;
  readonly riseOfOthers: number | null;
  readonly contracts: string;
  readonly homes: number;
  readonly outOfArea: number;
  readonly areaUnknown: number;
  readonly ended: number;
  readonly unplanned: number;
};

/** The group in which the provider costs most. */
export function mainGroup({ byGroup }: Pick<Provider, 'byGroup'>): CostGroup {
  const [first] = [...byGroup].sort(
    ([one, { cost }], [other, { cost: otherCost }]) =>
      otherCost.penceNights - cost.penceNights || (one < other ? -1 : 1),
  );
  return first?.[0] ?? 'noPlacement';
}

/** A share in whole per cent; what is something, and less than one, is not called nothing. */
export function shareInWords(part: number, whole: number): string {
  const share = (part * 100) / whole;
  return share > 0 && share < 1 ? 'under 1 %' : `${inFigures(Math.round(share))} %`;
}

/** `Spot 60 %, Framework 40 %`: the contracts by their share of the spend, the largest first. */
function contractsInWords({ contracts, cost }: Tally): string {
  if (cost.penceNights === 0) return [...contracts.keys()].map(inWords).join(', ');
  return [...contracts]
    .toSorted(([, one], [, other]) => other.penceNights - one.penceNights)
    .map(([said, total]) => {
      return `${inWords(said)} ${shareInWords(total.penceNights, cost.penceNights)}`;
    })
    .join(', ');
}

const NOTHING_CHARGED = new Tally();

/** The provider's row, of all groups or of one alone. */
export function providerRow(provider: Provider, group?: CostGroup): ProviderRow {
  const { byGroup, key, name, sectors, homes, whole } = provider;
  const tally = group === undefined ? provider.all : (byGroup.get(group) ?? NOTHING_CHARGED);
  const main = group ?? mainGroup(provider);
  const compared = group === undefined ? byGroup : new Map([[group, tally]]);
  const { averageBefore, averageNow } = tally;
  return {
    ...{ key, provider: name, sector: sectors.length === 0 ? null : sectors.join(', ') },
    ...{ groupCode: main, group: COST_GROUP_NAMES[main], children: tally.now.children },
    ...{ nights: tally.nights, cost: tally.cost.pence },
    averageWeekly: tally.averageWeekly ?? null,
    sameChildren: tally.same.children,
    rise: riseForSame(tally) ?? null,
    riseAll: averageNow === undefined ? null : (riseOf(averageBefore ?? 0, averageNow) ?? null),
    riseOfOthers: riseOfOthers(compared, whole) ?? null,
    ...{ contracts: contractsInWords(tally), homes, outOfArea: tally.outOfArea },
    ...{ areaUnknown: tally.areaUnknown, ended: tally.ended, unplanned: tally.unplanned },
  };
}
