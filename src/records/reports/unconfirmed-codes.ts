import type { UnconfirmedFact } from '../../platform/definitions/definitions.ts';

/** What could not be confirmed from the guides and code lists that are public, and how it is treated meanwhile. */
export const UNCONFIRMED_FACTS: readonly UnconfirmedFact[] = [
  {
    fact: 'The meaning of the placement types Z11 to Z14, which the code list of the 2026 return adds without wording that could be found.',
    treatedAs:
      'Children in them are counted under other placements, as those in Z1 are, and need no provider or postcode.',
  },
  {
    fact: 'The threshold under which numbers are withheld in what is published: published guidance uses fewer than 5 and fewer than 6.',
    treatedAs: 'The council’s own threshold is used; 5 unless it sets another.',
  },
  {
    fact: 'How other bodies measure the distance between home and placement, by road or in a straight line.',
    treatedAs: 'Straight-line miles between the two postcodes.',
  },
];
