import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import type { WeekShown } from '../reports/weekly-report/week.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type ChildNow, childrenNow } from './children-now.ts';
import { type HomeUsed, homesUsed } from './homes-used.ts';
import { loadProviderFacts, spellingsOf } from './load-provider.ts';
import { loadProviders, type Provider } from './load-providers.ts';
import { providersNotWhole } from './not-whole.ts';
import { type PriceChangeRow, priceChangeRows } from './price-change-rows.ts';
import { type PriceOfNeed, pricesByNeed } from './prices-by-need.ts';
import { monthEnds, type PricePoint, pricesOverTime } from './prices-over-time.ts';
import { yearTo } from './provider-year.ts';
import { loadRegistered, type Registered } from './registered.ts';
import { type UnplannedEnd, unplannedEnds } from './unplanned-ends.ts';

/** How far back the prices are drawn. */
const MONTHS_DRAWN = 36;

/** Everything of one provider that its page shows. */
export interface ProviderPage {
  readonly key: string;
  readonly spellings: readonly string[];
  /** Undefined where it charged for no night of the twelve months. */
  readonly provider: Provider | undefined;
  readonly children: readonly ChildNow[];
  readonly needs: readonly PriceOfNeed[];
  readonly ends: readonly UnplannedEnd[];
  readonly homes: readonly HomeUsed[];
  readonly registered: ReadonlyMap<string, Registered>;
  readonly changes: readonly PriceChangeRow[];
  readonly prices: ReadonlyMap<CostGroup, readonly PricePoint[]>;
  readonly notWhole: string;
  readonly pseudonym: (childId: string) => string;
}

/** Loads a provider’s page; undefined where nobody whom the reader may see was ever paid for with it. */
export async function loadProviderPage(
  tx: CouncilTransaction<RecordsTables>,
  key: string,
  week: WeekShown,
): Promise<ProviderPage | undefined> {
  const spellings = await spellingsOf(tx, key);
  if (spellings.length === 0) return undefined;
  const facts = await loadProviderFacts(tx, spellings, week.countsTo);
  const year = yearTo(week.countsTo);
  const pseudonym = await loadPseudonyms(tx);
  const homes = homesUsed(facts, year);
  return {
    ...{ key, spellings, pseudonym, homes },
    provider: (await loadProviders(tx, week)).find((each) => each.key === key),
    children: childrenNow(facts, year),
    needs: pricesByNeed(facts, year),
    ends: unplannedEnds(facts, year),
    registered: await loadRegistered(
      tx,
      homes.map(({ urn }) => urn),
    ),
    changes: priceChangeRows(facts, pseudonym),
    prices: pricesOverTime(facts, monthEnds(week.countsTo, MONTHS_DRAWN)),
    notWhole: await providersNotWhole(tx, week),
  };
}
