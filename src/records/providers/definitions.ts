import type { DefinitionSection } from '../../platform/definitions/definitions.ts';
import { paths } from '../paths.ts';

const COSTS = 'Placement cost elements and care episodes';

/** What the figures about providers mean. */
export const PROVIDER_DEFINITIONS = {
  provider: {
    name: 'Provider',
    definition:
      'Whoever the cost elements name as paid. Names that differ only in capitals, spaces, marks, “&” for “and” or “Limited” for “Ltd” are one provider; no others are.',
    unit: 'names',
    source: 'Placement cost elements',
  },
  children: {
    name: 'Children with a provider',
    definition:
      'Children who have a cost element of the provider on the last night, whatever it costs. Short breaks are left out.',
    unit: 'children',
    source: COSTS,
  },
  nights: {
    name: 'Nights with a provider',
    definition:
      'Nights of the twelve months to the last night on which a child has a cost element of the provider, each child’s each night once. A child for whom two providers are paid counts with each.',
    unit: 'nights',
    source: COSTS,
  },
  cost: {
    name: 'Spend with a provider',
    definition:
      'What the elements of the provider cost on those nights, whoever pays: nights × weekly rate ÷ 7, rounded once. What was paid is not part of it.',
    unit: 'pounds',
    source: COSTS,
  },
  price: {
    name: 'Average weekly price',
    definition:
      'The spend of the twelve months × 7 ÷ its nights, all parts of the package that the provider is paid for together. The others’ is that of every other provider in the same placement group.',
    unit: 'pounds',
    source: COSTS,
  },
  rise: {
    name: 'Rise for the same children',
    definition:
      'What the core element costs a week on the last night, against the night a year before, for the children who were with the provider in the same placement group on both, in per cent. Where a child has no core element with it on both nights, every part of the package that was charged on both is compared. Support that was added or ended is no rise.',
    unit: 'per cent',
    source: COSTS,
  },
  'rise-all': {
    name: 'Rise for all children',
    definition:
      'The average weekly cost on the last night, of whoever was with the provider then, against that on the night a year before. Where it differs from the rise for the same children, other children, or more or less support for them, explain the difference.',
    unit: 'per cent',
    source: COSTS,
  },
  'rise-others': {
    name: 'Rise of others',
    definition:
      'By how much the provider’s prices for the same children would have risen had they risen, placement group by placement group, as those of all other providers did for theirs.',
    unit: 'per cent',
    source: COSTS,
  },
  'price-change': {
    name: 'Change of price',
    definition:
      'A day from which a placement’s elements of one provider cost another sum a week than on the night before, both nights charged. What begins or ends is none; what differs is told from the elements, for no file says why.',
    unit: 'changes',
    source: COSTS,
  },
  ended: {
    name: 'Placements that ended',
    definition:
      'Placement moves and ends of care in the twelve months of children for whose placement (the core element) the provider was paid on the night before. Unplanned: a reason for the move other than the care plan or a change of status, or a return home that was not planned (REC E4B).',
    unit: 'placements',
    source: COSTS,
  },
  homes: {
    name: 'Homes and agencies known',
    definition:
      'The different Ofsted numbers (URN) of the episodes in which children slept in the twelve months while the provider was paid for the placement.',
    unit: 'homes and agencies',
    source: 'Care episodes, and Ofsted’s list of social care providers',
  },
} as const;

/** A figure about providers by name. */
export type ProviderFigure = keyof typeof PROVIDER_DEFINITIONS;

const anchorOf = (figure: ProviderFigure) => `provider-${figure}`;

/** The definitions of the figures about providers, under their heading. */
export const PROVIDER_SECTION: DefinitionSection = {
  heading: 'Providers',
  entries: (Object.keys(PROVIDER_DEFINITIONS) as ProviderFigure[]).map((figure) => ({
    anchor: anchorOf(figure),
    ...PROVIDER_DEFINITIONS[figure],
  })),
};

/** The address of the definition. */
export function providerDefinition(figure: ProviderFigure): string {
  return `${paths.definitions}#${anchorOf(figure)}`;
}
