import { listed } from '../../core/english.ts';
import type { WhatIsHeld } from './what-is-held.ts';

/** One thing on which the pages stand. */
export interface SetUpStep {
  readonly title: string;
  readonly state: 'held' | 'in part' | 'missing';
  /** What there is, in words. */
  readonly held: string;
  /** What does not work as long as it is missing or not whole; empty where nothing is blocked. */
  readonly blocks: string;
  /** Where it is put right: on this page, by importing files, or by whoever runs the service. */
  readonly by: 'here' | 'import' | 'operator';
}

/** Fewer years than these show no child whole who has been looked after for longer. */
const YEARS_WANTED = 3;

function returnsStep({ returnYears }: WhatIsHeld): SetUpStep {
  const newest = returnYears.at(-1) ?? 0;
  const first = returnYears[0] ?? 0;
  const missing = Array.from({ length: Math.max(0, newest - first) }, (_, at) => first + at).filter(
    (year) => !returnYears.includes(year),
  );
  const title = 'SSDA903 returns';
  if (returnYears.length === 0) {
    return {
      ...{ title, state: 'missing', held: 'None', by: 'import' },
      blocks: 'Without a return no child is known, and every page is empty.',
    };
  }
  const heldYears = `Returns of ${listed(returnYears.map(String))}`;
  if (missing.length > 0) {
    const years = listed(missing.map(String));
    return {
      ...{ title, state: 'in part', held: heldYears, by: 'import' },
      blocks: `The return of ${years} is missing between others: what began and ended then is not known.`,
    };
  }
  if (returnYears.length < YEARS_WANTED) {
    return {
      ...{ title, state: 'in part', held: heldYears, by: 'import' },
      blocks:
        'A child looked after for longer than the returns reach back has no first day of care, and reviews and moves before are not counted.',
    };
  }
  return { title, state: 'held', held: heldYears, blocks: '', by: 'import' };
}

function areaStep({ areaCodes, postcodes, postcodesInArea }: WhatIsHeld): SetUpStep {
  const title = 'The council’s area';
  if (areaCodes.length === 0) {
    return {
      ...{ title, state: 'missing', held: 'Not said', by: 'here' },
      blocks:
        'Every child is “area not known”: nobody counts as placed in or out of area, nor beyond 20 miles.',
    };
  }
  const held = areaCodes.join(', ');
  if (postcodes && !postcodesInArea) {
    return {
      ...{ title, state: 'in part', held, by: 'here' },
      blocks:
        'No postcode that is held lies there, so every placement counts as out of area. Check the code.',
    };
  }
  return { title, state: 'held', held, blocks: '', by: 'here' };
}

function step(title: string, isHeld: boolean, blocks: string): SetUpStep {
  return {
    title,
    state: isHeld ? 'held' : 'missing',
    held: isHeld ? 'Imported' : 'None',
    blocks: isHeld ? '' : blocks,
    by: 'import',
  };
}

/** What the records of a council stand on, in the order in which it matters. */
export function setUpSteps(council: WhatIsHeld): readonly SetUpStep[] {
  const { besideOthers, hostName } = council;
  const isServed = hostName !== null || !besideOthers;
  return [
    areaStep(council),
    returnsStep(council),
    step(
      'Postcodes (ONS Postcode Directory, or a part of it)',
      council.postcodes,
      'No placement can be placed in or out of area, and no distance is known.',
    ),
    step(
      'Placement costs',
      council.costs,
      'No package has a cost: spend, dearest packages and projections are empty.',
    ),
    step('Payments', council.payments, 'What was committed cannot be compared with what was paid.'),
    step('Budgets', council.budgets, 'Nothing can be compared with a budget.'),
    step(
      'Providers (Ofsted’s list of social care providers)',
      council.providers,
      'Placements name who is paid, not the home or agency registered under their URN.',
    ),
    step(
      'Names of children',
      council.names,
      'Those who work with the children find them by identifier alone. Leave it so if you wish: no figure needs a name.',
    ),
    {
      title: 'Address of the service',
      state: isServed ? 'held' : 'missing',
      held: hostName ?? (besideOthers ? 'None' : 'That of the service: no other council is held'),
      blocks: isServed ? '' : 'Of several councils in one service this one is not served.',
      by: 'operator',
    },
  ];
}
