import type { ChildFacts } from '../reports/weekly-report/facts.ts';
import { chargedStretches } from './charged-stretches.ts';
import type { ProviderYear } from './provider-year.ts';

/** A home or agency of the provider in which children slept in the year: its URN, nights, and children on the last night. */
export interface HomeUsed {
  readonly urn: string;
  readonly nights: number;
  readonly children: number;
}

/** The homes and agencies of the year, those of most nights first. */
export function homesUsed(facts: readonly ChildFacts[], { nights, now }: ProviderYear): HomeUsed[] {
  const homes = new Map<string, { nights: number; children: number }>();
  for (const { care, elements } of facts) {
    for (const stretch of chargedStretches(elements, care, nights)) {
      const { episode, from, group, to } = stretch;
      const places = stretch.elements.some(({ element }) => element === 'core');
      if (group === 'shortBreak' || !places || episode?.urn === undefined) continue;
      const home = homes.get(episode.urn) ?? { nights: 0, children: 0 };
      home.nights += to - from;
      if (from <= now && now < to) home.children += 1;
      homes.set(episode.urn, home);
    }
  }
  return [...homes]
    .map(([urn, home]) => ({ urn, ...home }))
    .sort((one, other) => other.nights - one.nights || (one.urn < other.urn ? -1 : 1));
}
