import { type Pence, penceOf } from '../../core/money.ts';
import { dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import type { Area } from '../model.ts';
import { inWords } from '../reports/value-in-words.ts';
import type { ChildFacts } from '../reports/weekly-report/facts.ts';
import { COST_GROUP_NAMES } from '../reports/weekly-report/group-names.ts';
import { pricedOn } from './priced-on.ts';
import type { ProviderYear } from './provider-year.ts';

/** A child who is with the provider on the last night. */
export interface ChildNow {
  readonly childId: string;
  readonly group: string;
  readonly since: PlainDate;
  readonly weekly: Pence;
  readonly contracts: string;
  readonly area: Area;
  readonly urn: string | undefined;
}

/** The children with the provider on the last night, the dearest first; each with the elements of the provider alone. */
export function childrenNow(facts: readonly ChildFacts[], { now }: ProviderYear): ChildNow[] {
  return facts
    .flatMap((ofChild) => {
      const priced = pricedOn(ofChild, ofChild.elements, now);
      if (priced === undefined) return [];
      const { elements, episode, group, weeklyPence } = priced;
      const contracts = new Set(elements.map(({ contract }) => inWords(contract ?? 'not said')));
      return [
        {
          ...{ childId: ofChild.childId, group: COST_GROUP_NAMES[group] },
          since: dateOfDayNumber(Math.min(...elements.map(({ placementStart }) => placementStart))),
          weekly: penceOf(weeklyPence),
          contracts: [...contracts].sort().join(', '),
          ...{ area: episode?.area ?? 'unknown', urn: episode?.urn },
        } as const,
      ];
    })
    .sort((one, other) => other.weekly - one.weekly || (one.childId < other.childId ? -1 : 1));
}
