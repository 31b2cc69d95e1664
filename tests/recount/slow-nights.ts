import type { CostElement, Episode } from '../../src/records/model.ts';
import type { PlacementFacts } from '../../src/records/reports/weekly-report/facts.ts';

/** The groups, written out again from their definition. */
const BY_CODE: Record<string, string> = {
  U1: 'fosteringKinship',
  U2: 'fosteringKinship',
  U3: 'fosteringKinship',
  K2: 'residential',
  R1: 'residential',
  K1: 'secure',
  K3: 'supported',
  H5: 'supported',
  P2: 'supported',
  S1: 'residentialSchool',
  P1: 'withParents',
  R5: 'custody',
};

export function groupOf({ place, placeProvider }: Episode): string {
  if (/^U[456]$/.test(place) && /^PR[123]$/.test(placeProvider ?? '')) return 'fosteringInHouse';
  if (/^U[456]$/.test(place) && /^PR[45]$/.test(placeProvider ?? '')) return 'fosteringAgency';
  if (/^A[3456]$/.test(place)) return 'placedForAdoption';
  if (/^T[01234]$/.test(place)) return 'temporary';
  return BY_CODE[place] ?? 'other';
}

export function isShort({ ls }: Episode): boolean {
  return ls === 'V3' || ls === 'V4';
}

export function holds(run: { from: number; to: number | undefined }, night: number): boolean {
  return night >= run.from && (run.to === undefined || night < run.to);
}

function grouped<Row extends { readonly childId: string }>(
  rows: readonly Row[],
): Partial<Record<string, Row[]>> {
  const byChild: Partial<Record<string, Row[]>> = {};
  for (const row of rows) byChild[row.childId] = [...(byChild[row.childId] ?? []), row];
  return byChild;
}

/** One night at a time, straight from the definitions, with no arithmetic on runs. */
export class SlowNights {
  readonly facts: PlacementFacts;
  readonly childIds: readonly string[];
  readonly #episodes: Readonly<Partial<Record<string, Episode[]>>>;
  readonly #elements: Readonly<Partial<Record<string, CostElement[]>>>;

  constructor(facts: PlacementFacts) {
    this.facts = facts;
    this.#episodes = grouped(facts.episodes);
    this.#elements = grouped(facts.elements);
    const ids = Object.keys({ ...this.#episodes, ...this.#elements });
    this.childIds = ids.sort();
  }

  episodeOn(childId: string, night: number): Episode | undefined {
    return this.#episodes[childId]?.find(({ decom, dec }) =>
      holds({ from: decom, to: dec }, night),
    );
  }

  latestBefore(childId: string, decom: number): Episode | undefined {
    return this.#episodes[childId]
      ?.filter((episode) => episode.decom < decom)
      .sort((one, other) => other.decom - one.decom)[0];
  }

  /** The group whose cost runs on the night: a temporary placement's is that of the main one before it since the child started to be looked after. */
  costGroup(childId: string, night: number): string {
    const current = this.episodeOn(childId, night);
    if (current === undefined) return 'noPlacement';
    if (isShort(current)) return 'shortBreak';
    let walk: Episode | undefined = current;
    while (walk !== undefined) {
      if (!isShort(walk) && groupOf(walk) !== 'temporary') return groupOf(walk);
      if (walk.rne === 'S') return 'temporary';
      walk = this.latestBefore(childId, walk.decom);
    }
    return 'temporary';
  }

  charged(childId: string, night: number): CostElement[] {
    return this.#elements[childId]?.filter((element) => holds(element, night)) ?? [];
  }
}
