import { holdsNight } from '../../core/nights.ts';
import { type NightGroup, spanOn } from '../care-cost/attribution.ts';
import type { CostElement } from '../model.ts';
import type { ChildFacts } from '../reports/weekly-report/facts.ts';

/** What a child's package with the provider cost a week on the night; undefined in a short break and where nothing was charged. */
export function pricedOn({ care }: ChildFacts, elements: readonly CostElement[], night: number) {
  const charged = elements.filter((element) => holdsNight(element, night));
  const span = spanOn(care, night);
  const group: NightGroup = span?.group ?? 'noPlacement';
  if (charged.length === 0 || group === 'shortBreak') return undefined;
  const weeklyPence = charged.reduce((sum, { weeklyRate }) => sum + weeklyRate, 0);
  return { group, weeklyPence, episode: span?.episode, elements: charged };
}

/** What the same parts of a package cost on two nights: the core element, where it was charged on both, else every part that was. */
export function sameParts(before: readonly CostElement[], now: readonly CostElement[]) {
  const kinds = new Set(before.map(({ element }) => element));
  const both = new Set(now.map(({ element }) => element).filter((kind) => kinds.has(kind)));
  const compared = both.has('core') ? new Set(['core']) : both;
  const sum = (elements: readonly CostElement[]) =>
    elements.reduce((so, each) => so + (compared.has(each.element) ? each.weeklyRate : 0), 0);
  return { beforePence: sum(before), nowPence: sum(now) };
}
