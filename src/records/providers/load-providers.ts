import { addMonths } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import { factsByChild } from '../reports/weekly-report/facts.ts';
import type { WeekShown } from '../reports/weekly-report/week.ts';
import { foundAsSeen } from '../storage/as-seen.ts';
import { loadPlacementFacts } from '../storage/load-placement-facts.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { countProviders } from './count-providers.ts';
import type { ProviderCount } from './provider-count.ts';
import { yearTo } from './provider-year.ts';
import { loadRegistered } from './registered.ts';
import type { Tally } from './tally.ts';

/** One provider with what it charged in the twelve months, and with what all charged. */
export interface Provider {
  /** Empty where the costs name nobody. */
  readonly key: string;
  /** The spelling that most elements have. */
  readonly name: string;
  /** The other spellings that count as the same. */
  readonly otherNames: readonly string[];
  /** What Ofsted's list says of its homes and agencies; empty where it names none of them. */
  readonly sectors: readonly string[];
  readonly homes: number;
  readonly all: Tally;
  readonly byGroup: ReadonlyMap<CostGroup, Tally>;
  /** The groups of every provider together. */
  readonly whole: ReadonlyMap<CostGroup, Tally>;
}

/** What stands in place of a name where the costs have none. */
export const NOT_NAMED = 'Not named in the costs';

function namesOf({ names }: ProviderCount): readonly [string, ...string[]] {
  const [name, ...others] = [...names]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .map(([spelled]) => spelled);
  return [name ?? NOT_NAMED, ...others];
}

async function providersTo(
  tx: CouncilTransaction<RecordsTables>,
  { countsTo }: WeekShown,
): Promise<readonly Provider[]> {
  const facts = await loadPlacementFacts(tx, countsTo, addMonths(countsTo, -12));
  const { providers, whole } = countProviders(factsByChild(facts), yearTo(countsTo));
  const counts = [...providers.values()].filter(({ all }) => all.nights > 0);
  const registered = await loadRegistered(tx, new Set(counts.flatMap(({ urns }) => [...urns])));
  return counts.map((count) => {
    const [name, ...otherNames] = namesOf(count);
    const sectors = [...count.urns].flatMap((urn) => registered.get(urn)?.sector ?? []);
    return {
      ...{ key: count.key, name, otherNames, homes: count.urns.size },
      sectors: [...new Set(sectors)].sort(),
      ...{ all: count.all, byGroup: count.byGroup, whole: whole.byGroup },
    };
  });
}

/** Every provider that charged for a night of the twelve months to the last night of the week, as the reader may see it; remembered until the records change. */
export function loadProviders(
  tx: CouncilTransaction<RecordsTables>,
  week: WeekShown,
): Promise<readonly Provider[]> {
  return foundAsSeen(tx, ['providers', week.countsTo], () => providersTo(tx, week));
}
