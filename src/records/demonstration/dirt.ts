import type { DayNumber } from '../../core/plain-date.ts';
import type { Calendar, ReturnYear } from './calendar.ts';
import type { CareEpisode, Life } from './history.ts';
import { Random } from './random.ts';

/** How often real life gets into the returns: shares of children in a return, of open episodes, of rows (few of which have a code to mistake). */
const ENTERED_LATE = 0.006;
const BORN_OTHERWISE = 0.004;
const FORGOTTEN_LEAVER = 0.02;
const CORRECTED_NEXT_YEAR = 0.03;
const OVERLAPS = 0.0006;
const CODE_OF_ANOTHER_YEAR = 0.006;
const UNREADABLE_DATE = 0.0004;

/** The last day that a return knows of a child: some weeks before its end where the worker entered late. */
export function knownUntil(
  seed: number,
  life: Life,
  year: ReturnYear,
  calendar: Calendar,
): DayNumber {
  if (year === calendar.returnYears.at(-1)) return year.lastDay;
  const random = new Random(seed, `late entry ${year.year}`, life.number);
  return random.chance(ENTERED_LATE) ? year.lastDay - random.whole(8, 40) : year.lastDay;
}

/** Whether the newest return leaves the child out: care ended within its year, and somebody took the child off the list for it. */
export function isForgotten(
  seed: number,
  life: Life,
  year: ReturnYear,
  episodes: readonly CareEpisode[],
): boolean {
  if (year.complete || episodes.length === 0) return false;
  const left = episodes.every(({ decom, dec }) => decom < year.firstDay && dec <= year.lastDay);
  return left && new Random(seed, 'forgotten leaver', life.number).chance(FORGOTTEN_LEAVER);
}

/** The date of birth as a return has it: for a few children another one until it was corrected. */
export function dateOfBirthAsKnown(
  seed: number,
  life: Life,
  year: ReturnYear,
  calendar: Calendar,
): DayNumber {
  const random = new Random(seed, 'date of birth', life.number);
  if (!random.chance(BORN_OTHERWISE)) return life.dateOfBirth;
  const last = calendar.returnYears.at(-1)?.year ?? year.year;
  const correctedIn = last - random.whole(0, Math.min(2, calendar.returnYears.length - 1));
  return year.year < correctedIn ? life.dateOfBirth - random.pick([9, 30, 365]) : life.dateOfBirth;
}

/** How an episode stands in a return that will be corrected by the next. */
function asFirstEntered(random: Random, episode: CareEpisode): CareEpisode {
  switch (random.whole(0, 5)) {
    case 0:
      return { ...episode, postcode: '' };
    case 1:
      return { ...episode, urn: '' };
    case 2:
      return { ...episode, homePostcode: '' };
    case 3:
      return { ...episode, need: episode.need === 'N5' ? 'N1' : 'N5' };
    case 4:
      return { ...episode, ls: episode.ls === 'C2' ? 'C1' : episode.ls };
    default:
      return { ...episode, place: episode.place === 'U4' ? 'U6' : episode.place };
  }
}

function withCodeOfAnotherYear(episode: CareEpisode, year: number): CareEpisode {
  if (episode.rec === 'E45' || episode.rec === 'E46') return { ...episode, rec: 'E43' };
  if (episode.place === 'K3') return { ...episode, place: 'H5' };
  return year === 2024 && episode.place === 'H5' ? { ...episode, place: 'K3' } : episode;
}

/** An episode as a return tells it: nearly always as it is. */
export function soiled(
  random: Random,
  episode: CareEpisode,
  { year, until }: { readonly year: ReturnYear; readonly until: DayNumber },
): CareEpisode {
  const drawn = random.next();
  const open = episode.dec > until;
  if (open && drawn < CORRECTED_NEXT_YEAR && year.complete) return asFirstEntered(random, episode);
  if (drawn > 1 - OVERLAPS && episode.rec === 'X1' && episode.dec + 3 <= until) {
    return { ...episode, dec: episode.dec + 3 };
  }
  const another = drawn > 0.5 && drawn < 0.5 + CODE_OF_ANOTHER_YEAR;
  return another ? withCodeOfAnotherYear(episode, year.year) : episode;
}

/** A date as it was typed: in one row of a few thousand a day that does not exist. */
export function typed(random: Random, date: string): string {
  if (date === '' || !random.chance(UNREADABLE_DATE)) return date;
  return random.chance(0.5) ? `31/02/${date.slice(6)}` : `${date.slice(0, 6)}0${date.slice(8)}`;
}
