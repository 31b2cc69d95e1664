import { DISTANT, drawPostcode, NEIGHBOURS, NORTHMERE } from './geography.ts';
import type { SettingKind } from './history.ts';
import { type LAST_WORDS, providerName } from './names.ts';
import { Random } from './random.ts';

/** A home, an agency or a service; `postcode` is where children live, or its office when it places them elsewhere. */
export interface Provider {
  readonly urn: string;
  readonly name: string;
  /** As Ofsted's list of providers words it. */
  readonly type: string;
  readonly sector: string;
  readonly placeProvider: string;
  readonly postcode: string;
}

export type Providers = Readonly<Record<ProviderKind, readonly Provider[]>>;
type ProviderKind = Exclude<SettingKind, 'withParents' | 'custody' | 'kinship'>;

interface Supply {
  /** Sets its registration numbers apart from the other kinds'. */
  readonly series: number;
  readonly words: keyof typeof LAST_WORDS;
  readonly type: string;
  /** How many there are for a thousand children looked after. */
  readonly perThousand: number;
  /** Share inside the council's own area. */
  readonly inArea: number;
  /** Share run by charities rather than companies; the rest of the council's own are the council's. */
  readonly voluntary: number;
  readonly owner: 'council' | 'agency' | 'otherCouncil' | 'health';
}

const SUPPLIES: Readonly<Record<ProviderKind, Supply>> = {
  agencyResidential: {
    series: 1,
    words: 'home',
    type: "Children's home",
    perThousand: 38,
    inArea: 0.4,
    voluntary: 0.08,
    owner: 'agency',
  },
  ownHome: {
    series: 2,
    words: 'ownHome',
    type: "Children's home",
    perThousand: 6,
    inArea: 1,
    voluntary: 0,
    owner: 'council',
  },
  agencyFoster: {
    series: 3,
    words: 'fostering',
    type: 'Independent fostering agency',
    perThousand: 12,
    inArea: 0.5,
    voluntary: 0.2,
    owner: 'agency',
  },
  inHouseFoster: {
    series: 4,
    words: 'ownFostering',
    type: 'Local authority fostering agency',
    perThousand: 1,
    inArea: 1,
    voluntary: 0,
    owner: 'council',
  },
  supported: {
    series: 5,
    words: 'supported',
    type: 'Supported accommodation',
    perThousand: 14,
    inArea: 0.82,
    voluntary: 0.25,
    owner: 'agency',
  },
  residentialSchool: {
    series: 6,
    words: 'school',
    type: 'Residential special school',
    perThousand: 5,
    inArea: 0.3,
    voluntary: 0.4,
    owner: 'agency',
  },
  secure: {
    series: 7,
    words: 'secure',
    type: "Secure children's home",
    perThousand: 2,
    inArea: 0,
    voluntary: 0,
    owner: 'otherCouncil',
  },
  health: {
    series: 8,
    words: 'hospital',
    type: 'NHS trust',
    perThousand: 2,
    inArea: 0.6,
    voluntary: 0,
    owner: 'health',
  },
  adoption: {
    series: 9,
    words: 'adoption',
    type: 'Voluntary adoption agency',
    perThousand: 2,
    inArea: 0.5,
    voluntary: 1,
    owner: 'agency',
  },
};

const SECTORS = {
  PR1: 'Local Authority',
  PR2: 'Local Authority',
  PR3: 'Health',
  PR4: 'Private',
  PR5: 'Voluntary',
};

function placeProviderOf(supply: Supply, random: Random): keyof typeof SECTORS {
  if (supply.owner === 'council') return 'PR1';
  if (supply.owner === 'otherCouncil') return 'PR2';
  if (supply.owner === 'health') return 'PR3';
  return random.chance(supply.voluntary) ? 'PR5' : 'PR4';
}

function drawProvider(supply: Supply, index: number, seed: number, children: number): Provider {
  const random = new Random(seed, `provider ${supply.series}`, index);
  const placeProvider = placeProviderOf(supply, random);
  const away = random.chance(0.62) ? NEIGHBOURS : DISTANT;
  const inArea = index < supply.inArea * countOf(supply, children);
  return {
    urn: urnOf(supply, index),
    name: providerName(supply.words, index),
    type: supply.type,
    sector: SECTORS[placeProvider],
    placeProvider,
    postcode: drawPostcode(random, inArea ? NORTHMERE : random.pick(away), children),
  };
}

/** Homes have SC and six digits, fostering agencies seven; Ofsted does not register hospitals. */
function urnOf(supply: Supply, index: number): string {
  if (supply.owner === 'health') return 'XXXXXXX';
  const number = supply.series * 10_000 + index;
  return supply.words === 'fostering' || supply.words === 'ownFostering'
    ? String(9_900_000 + number)
    : `SC${900_000 + number}`;
}

function countOf(supply: Supply, children: number): number {
  if (supply.words === 'ownFostering') return 1;
  return Math.max(2, Math.round((supply.perThousand * children) / 1_000));
}

/** Every provider that the council buys from or runs, by kind of setting; more of them for a larger council. */
export function providersOf(seed: number, children: number): Providers {
  const all = (kind: ProviderKind) =>
    Array.from({ length: countOf(SUPPLIES[kind], children) }, (_, index) =>
      drawProvider(SUPPLIES[kind], index, seed, children),
    );
  return {
    agencyResidential: all('agencyResidential'),
    ownHome: all('ownHome'),
    agencyFoster: all('agencyFoster'),
    inHouseFoster: all('inHouseFoster'),
    supported: all('supported'),
    residentialSchool: all('residentialSchool'),
    secure: all('secure'),
    health: all('health'),
    adoption: all('adoption'),
  };
}
