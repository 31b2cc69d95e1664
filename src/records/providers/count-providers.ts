import { holdsNight } from '../../core/nights.ts';
import { attributeNights, type CostGroup, spanOn } from '../care-cost/attribution.ts';
import type { CostElement } from '../model.ts';
import type { ChildFacts } from '../reports/weekly-report/facts.ts';
import { chargedStretches } from './charged-stretches.ts';
import { type EndedPlacement, endedPlacements } from './ended-placements.ts';
import { pricedOn, sameParts } from './priced-on.ts';
import { byProvider, type CountedProviders, ProviderCount } from './provider-count.ts';
import type { ProviderYear } from './provider-year.ts';

function addYear(count: ProviderCount, facts: ChildFacts, own: CostElement[], year: ProviderYear) {
  const groups = new Set<CostGroup>();
  for (const { group, from, to, elements, episode } of chargedStretches(
    own,
    facts.care,
    year.nights,
  )) {
    if (group === 'shortBreak') continue;
    groups.add(group);
    for (const tally of count.of(group)) tally.nights += to - from;
    const places = elements.some(({ element }) => element === 'core');
    if (places && episode?.urn !== undefined) count.urns.add(episode.urn);
  }
  for (const element of own) {
    const { provider } = element;
    if (provider !== undefined) count.names.set(provider, (count.names.get(provider) ?? 0) + 1);
    attributeNights(element, year.nights, facts.care, (group, nights) => {
      const { contract = 'not said', weeklyRate } = element;
      if (group === 'shortBreak') return;
      for (const tally of count.of(group)) {
        tally.cost.add(nights, weeklyRate);
        tally.contract(contract).add(nights, weeklyRate);
      }
    });
  }
  for (const group of groups) count.group(group).childrenInYear += 1;
  if (groups.size > 0) count.all.childrenInYear += 1;
}

function addNights(
  count: ProviderCount,
  facts: ChildFacts,
  own: CostElement[],
  year: ProviderYear,
) {
  const before = pricedOn(facts, own, year.before);
  const now = pricedOn(facts, own, year.now);
  if (before !== undefined) {
    for (const tally of count.of(before.group)) {
      tally.before.children += 1;
      tally.before.weeklyPence += before.weeklyPence;
    }
  }
  if (now === undefined) return;
  const same = before?.group === now.group ? sameParts(before.elements, now.elements) : undefined;
  for (const tally of count.of(now.group)) {
    tally.now.children += 1;
    tally.now.weeklyPence += now.weeklyPence;
    if (now.episode?.area === 'out') tally.outOfArea += 1;
    else if (now.episode?.area !== 'in') tally.areaUnknown += 1;
    if (same === undefined || same.beforePence === 0) continue;
    tally.same.children += 1;
    tally.same.beforePence += same.beforePence;
    tally.same.nowPence += same.nowPence;
  }
}

/** Whether the provider was paid for the placement itself on the last night in it. */
export function placedBy(own: readonly CostElement[], { day }: EndedPlacement): boolean {
  return own.some((element) => element.element === 'core' && holdsNight(element, day - 1));
}

function addEnds(
  count: ProviderCount,
  { care }: ChildFacts,
  own: CostElement[],
  ended: readonly EndedPlacement[],
) {
  for (const end of ended) {
    const group = spanOn(care, end.day - 1)?.group ?? 'noPlacement';
    if (group === 'shortBreak' || !placedBy(own, end)) continue;
    for (const tally of count.of(group)) {
      tally.ended += 1;
      if (end.unplanned) tally.unplanned += 1;
    }
  }
}

/** What every provider charged in the year, and its prices at both ends, by key. Short breaks are left out. */
export function countProviders(facts: readonly ChildFacts[], year: ProviderYear): CountedProviders {
  const providers = new Map<string, ProviderCount>();
  const whole = new ProviderCount('');
  for (const ofChild of facts) {
    if (ofChild.elements.length === 0) continue;
    const ended = endedPlacements(ofChild, year.nights);
    for (const [key, own] of byProvider(ofChild.elements)) {
      const count = providers.get(key) ?? new ProviderCount(key, whole);
      providers.set(key, count);
      addYear(count, ofChild, own, year);
      addNights(count, ofChild, own, year);
      addEnds(count, ofChild, own, ended);
    }
  }
  return { providers, whole };
}
