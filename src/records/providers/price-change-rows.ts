import { type Pence, penceOf } from '../../core/money.ts';
import { dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import type { ChildFacts } from '../reports/weekly-report/facts.ts';
import { COST_GROUP_NAMES } from '../reports/weekly-report/group-names.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { loadFactsSince, loadProviderFacts, spellingsOf } from './load-provider.ts';
import { NOT_NAMED } from './load-providers.ts';
import { priceChanges } from './price-changes.ts';
import { byProvider } from './provider-count.ts';

/** A change of price as a list shows it. */
export type PriceChangeRow = {
  readonly childId: string;
  readonly package: string;
  readonly date: PlainDate;
  readonly providerKey: string;
  readonly provider: string;
  readonly groupCode: CostGroup;
  readonly group: string;
  readonly placementStart: PlainDate;
  readonly before: Pence;
  readonly after: Pence;
  readonly difference: Pence;
  readonly rise: number | null;
  readonly what: string;
};

/** Every change of price of the children's packages, the newest first; short breaks are left out. */
export function priceChangeRows(
  facts: readonly ChildFacts[],
  pseudonym: (childId: string) => string,
): PriceChangeRow[] {
  const rows: PriceChangeRow[] = [];
  for (const { childId, care, elements } of facts) {
    for (const [providerKey, own] of byProvider(elements)) {
      for (const { group, placementStart, ...change } of priceChanges(own, care)) {
        if (group === 'shortBreak') continue;
        rows.push({
          ...{ childId, package: pseudonym(childId), providerKey },
          provider: own.at(-1)?.provider ?? NOT_NAMED,
          ...{ groupCode: group, group: COST_GROUP_NAMES[group] },
          placementStart: dateOfDayNumber(placementStart),
          ...change,
          difference: penceOf(change.after - change.before),
        });
      }
    }
  }
  return rows.sort((one, other) => Number(one.date < other.date) - Number(one.date > other.date));
}

/** Loads the changes of price of one provider, ever and as recorded to come; or of all, from a day to the last night. */
export async function loadPriceChanges(
  tx: CouncilTransaction<RecordsTables>,
  of: { readonly provider: string | undefined; readonly since: PlainDate },
  lastNight: PlainDate,
): Promise<readonly PriceChangeRow[]> {
  const facts =
    of.provider === undefined
      ? await loadFactsSince(tx, of.since, lastNight)
      : await loadProviderFacts(tx, await spellingsOf(tx, of.provider), lastNight);
  const rows = priceChangeRows(facts, await loadPseudonyms(tx));
  return of.provider === undefined
    ? rows.filter(({ date }) => date >= of.since && date <= lastNight)
    : rows;
}
