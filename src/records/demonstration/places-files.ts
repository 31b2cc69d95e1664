import { gridReference, LOCALITIES, NO_COUNTY, postcodeCount, postcodeOf } from './geography.ts';
import type { Provider, Providers } from './providers.ts';

/** pcds, oscty, oslaua, oseast1m, osnrth1m: the invented postcodes as the ONS Postcode Directory writes them. */
export function* postcodeLines(children: number): Generator<string> {
  yield 'pcds,oscty,oslaua,oseast1m,osnrth1m';
  for (const place of LOCALITIES) {
    const count = postcodeCount(place, children);
    for (let index = 0; index < count; index += 1) {
      const { easting, northing } = gridReference(place, index);
      const district = place.districts[index % place.districts.length];
      yield `${postcodeOf(place, index)},${place.county ?? NO_COUNTY},${district},${easting},${northing}`;
    }
  }
}

/** URN, name, type, sector: the providers that Ofsted registers. */
export function* providerLines(providers: Providers): Generator<string> {
  yield 'URN,name,type,sector';
  const all: Provider[] = Object.values(providers).flat();
  for (const { urn, name, type, sector } of all) {
    if (urn !== 'XXXXXXX') yield `${urn},${name},${type},${sector}`;
  }
}
