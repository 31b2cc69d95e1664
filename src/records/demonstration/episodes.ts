import type { DayNumber } from '../../core/plain-date.ts';
import type { CareEpisode, CarePeriod, Placement, TemporaryStay } from './history.ts';
import type { LegalStatus } from './legal.ts';

/** What holds from one day of a period of care. */
interface State {
  readonly from: DayNumber;
  readonly placement: Placement;
  readonly stay: TemporaryStay | undefined;
  readonly place: string;
  readonly ls: string;
}

function latest<T>(list: readonly T[], day: DayNumber, from: (item: T) => DayNumber): T {
  const item = list.findLast((each) => from(each) <= day);
  if (item === undefined) throw new RangeError(`nothing holds on day ${day}`);
  return item;
}

function stateOn(
  day: DayNumber,
  placements: readonly Placement[],
  legal: readonly LegalStatus[],
): State {
  const placement = latest(placements, day, ({ start }) => start);
  const stay = placement.stays.find(({ from, to }) => from <= day && day < to);
  const later = placement.later;
  const main = later !== undefined && later.from <= day ? later.place : placement.setting.place;
  return {
    from: day,
    placement,
    stay,
    place: stay?.place ?? main,
    ls: latest(legal, day, ({ from }) => from).status,
  };
}

/** Reason for a new episode (SSDA903 RNE): what changed since the one before. */
function reasonNew(before: State | undefined, now: State): string {
  if (before === undefined) return 'S';
  const carer = before.placement !== now.placement || before.stay !== now.stay;
  const place = carer || before.place !== now.place;
  if (before.ls !== now.ls) return carer ? 'B' : place ? 'U' : 'L';
  return carer ? 'P' : 'T';
}

/** Reason for the change of placement, which stands on the episode that ends. */
function reasonMoved(before: State, now: State): string {
  if (before.placement !== now.placement) return before.placement.reason;
  if (before.stay !== now.stay) return now.stay?.place === 'T1' ? 'OTHER' : 'CARPL';
  return before.place === now.place ? '' : 'PLACE';
}

function changeDays(placements: readonly Placement[], legal: readonly LegalStatus[]): DayNumber[] {
  const days = new Set<DayNumber>(legal.map(({ from }) => from));
  for (const { start, later, stays } of placements) {
    days.add(start);
    if (later !== undefined) days.add(later.from);
    for (const { from, to } of stays) days.add(from).add(to);
  }
  return [...days].sort((one, other) => one - other);
}

function changes(before: State | undefined, now: State): boolean {
  return (
    before === undefined ||
    before.placement !== now.placement ||
    before.stay !== now.stay ||
    before.place !== now.place ||
    before.ls !== now.ls
  );
}

/**
 * The SSDA903 episodes of one period of care: end to end, each from one change of placement or legal
 * status to the next, none without a night.
 */
export function episodesOf(
  period: CarePeriod,
  placements: readonly Placement[],
  legal: readonly LegalStatus[],
  told: { readonly homePostcode: string; readonly ending: string },
): CareEpisode[] {
  const states: State[] = [];
  for (const day of changeDays(placements, legal)) {
    if (day >= period.end) break;
    const state = stateOn(day, placements, legal);
    if (changes(states.at(-1), state)) states.push(state);
  }
  return states.map((state, index) => {
    const next = states[index + 1];
    const { setting } = state.placement;
    const temporary = state.stay !== undefined;
    return {
      decom: state.from,
      dec: next?.from ?? period.end,
      rne: reasonNew(states[index - 1], state),
      ls: state.ls,
      need: period.need,
      place: state.place,
      placeProvider: temporary ? '' : setting.placeProvider,
      rec: next === undefined ? told.ending : 'X1',
      reasonPlaceChange: next === undefined ? '' : reasonMoved(state, next),
      homePostcode: told.homePostcode,
      postcode: temporary ? '' : setting.postcode,
      urn: temporary ? '' : setting.urn,
    };
  });
}
