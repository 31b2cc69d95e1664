import type { Episode } from '../model.ts';

/** An episode for examples: what is not said is a full care order with an unrelated in-house foster carer. */
export function episode(said: Partial<Episode> & Pick<Episode, 'decom' | 'dec'>): Episode {
  return {
    childId: 'A',
    rne: 'P',
    ls: 'C2',
    cin: 'N1',
    place: 'U6',
    placeProvider: undefined,
    rec: said.dec === undefined ? undefined : 'X1',
    reasonPlaceChange: undefined,
    urn: undefined,
    area: 'in',
    distanceMiles: undefined,
    ...said,
  };
}
