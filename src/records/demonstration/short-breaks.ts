import type { CareEpisode, CarePeriod, Placement } from './history.ts';
import type { Random } from './random.ts';
import { drawSetting, type Supply } from './settings.ts';

/** A series of agreed short breaks (SSDA903 V3): two or three nights at the same home every four or five weeks, each a period of its own. */
export function drawBreaks(
  random: Random,
  period: CarePeriod,
  home: { readonly supply: Supply; readonly postcode: string },
): { placements: Placement[]; episodes: CareEpisode[] } {
  const placing = { start: period.start, homePostcode: home.postcode, longTerm: false };
  const kind = random.chance(0.65) ? 'ownHome' : 'inHouseFoster';
  const setting = drawSetting(kind, random, home.supply, placing);
  const placements: Placement[] = [];
  const episodes: CareEpisode[] = [];
  for (let start = period.start; start < period.end - 4; start += random.whole(27, 37)) {
    const end = start + random.whole(1, 3);
    placements.push({ start, end, setting, reason: '', later: undefined, stays: [] });
    episodes.push({
      decom: start,
      dec: end,
      rne: 'S',
      ls: 'V3',
      need: period.need,
      place: setting.place,
      placeProvider: setting.placeProvider,
      rec: 'E4A',
      reasonPlaceChange: '',
      homePostcode: home.postcode,
      postcode: setting.postcode,
      urn: setting.urn,
    });
  }
  return { placements, episodes };
}
