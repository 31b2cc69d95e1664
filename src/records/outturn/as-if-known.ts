import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElement, Episode } from '../model.ts';

interface Known {
  readonly elements: readonly CostElement[];
  readonly episodes: readonly Episode[];
}

/**
 * Costs and episodes as if nothing were known that came after a night: what began later is not there,
 * and what ended later has no end. For nights of which the records tell nothing that was held then.
 */
export function asIfKnownOn<Facts extends Known>(facts: Facts, night: DayNumber): Facts {
  const isLater = (day: DayNumber | undefined) => day !== undefined && day > night;
  return {
    ...facts,
    elements: facts.elements
      .filter(({ from }) => from <= night)
      .map((element) => (isLater(element.to) ? { ...element, to: undefined } : element)),
    episodes: facts.episodes
      .filter(({ decom }) => decom <= night)
      .map((episode) =>
        isLater(episode.dec)
          ? { ...episode, dec: undefined, rec: undefined, reasonPlaceChange: undefined }
          : episode,
      ),
  };
}
