import type { CostGroup } from '../care-cost/attribution.ts';
import type { CostElement } from '../model.ts';
import { providerKey } from './provider-key.ts';
import { Tally } from './tally.ts';

/** What one provider charged; the key of those whom the costs do not name is empty. */
export class ProviderCount {
  readonly key: string;
  readonly all = new Tally();
  readonly byGroup = new Map<CostGroup, Tally>();
  /** The spellings of its name, and how many elements have each. */
  readonly names = new Map<string, number>();
  /** The homes and agencies in which children slept whose placement it is paid for, by URN. */
  readonly urns = new Set<string>();

  readonly #within: ProviderCount | undefined;

  /** What is counted of it is counted within the other too. */
  constructor(key: string, within?: ProviderCount) {
    this.key = key;
    this.#within = within;
  }

  /** The tally of the group. */
  group(group: CostGroup): Tally {
    const own = this.byGroup.get(group) ?? new Tally();
    this.byGroup.set(group, own);
    return own;
  }

  /** The tallies to which what happens in the group counts. */
  of(group: CostGroup): readonly Tally[] {
    return [this.group(group), this.all, ...(this.#within?.of(group) ?? [])];
  }
}

/** What all charged: every provider, and all of them together, where a child paid to two counts with each. */
export interface CountedProviders {
  readonly providers: ReadonlyMap<string, ProviderCount>;
  readonly whole: ProviderCount;
}

/** The elements of a child by who is paid. */
export function byProvider(elements: readonly CostElement[]): Map<string, CostElement[]> {
  const paid = new Map<string, CostElement[]>();
  for (const element of elements) {
    const key = element.provider === undefined ? '' : providerKey(element.provider);
    const known = paid.get(key);
    if (known === undefined) paid.set(key, [element]);
    else known.push(element);
  }
  return paid;
}
