import {
  type DayNumber,
  dateInWords,
  dateOfDayNumber,
  type PlainDate,
} from '../../../../core/plain-date.ts';
import { type CodeListName, codeName } from '../../../codes/code-status.ts';
import { PLACEMENT_GROUP_NAMES, placementGroup } from '../../../codes/placement-group.ts';
import type { Episode } from '../../../model.ts';

/** A code with what it means: `C2 Full care order`; one that no list has as not known, a dash when there is none. */
export function coded(list: CodeListName, code: string | undefined): string {
  if (code === undefined) return '–';
  const name = codeName(list, code);
  return `${code} ${name ?? '(not known)'}`;
}

/** What a code means; one that no list has as not known. */
export function meaning(list: CodeListName, code: string | undefined): string {
  return code === undefined ? 'Not recorded' : (codeName(list, code) ?? `Not known (${code})`);
}

/** The day in ISO text, as tables take it; undefined when there is none. */
export function dateOf(day: DayNumber | undefined): PlainDate | undefined {
  return day === undefined ? undefined : dateOfDayNumber(day);
}

/** The day as `31 March 2021`. */
export function inWords(day: DayNumber): string {
  return dateInWords(dateOfDayNumber(day));
}

/** The group of the episode's placement in words. */
export function groupName({ place, placeProvider }: Episode): string {
  return PLACEMENT_GROUP_NAMES[placementGroup(place, placeProvider)];
}

/** Where the placement lies: `Out of area, 23.4 miles from home`. */
export function whereabouts({ area, distanceMiles }: Episode): string {
  const words = { in: 'In area', out: 'Out of area', unknown: 'Area not known' }[area];
  return distanceMiles === undefined ? words : `${words}, ${distanceMiles} miles from home`;
}

/** Who provides the placement: the registered setting's or agency's name, else the kind of provider. */
export function providerOf(
  { urn, placeProvider }: Episode,
  providers: ReadonlyMap<string, string>,
): string {
  const name = urn === undefined ? undefined : providers.get(urn);
  return name ?? (placeProvider === undefined ? '–' : meaning('placementProvider', placeProvider));
}
