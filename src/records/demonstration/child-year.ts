import type { DayNumber } from '../../core/plain-date.ts';
import { type Calendar, figures, type ReturnYear } from './calendar.ts';
import { dateOfBirthAsKnown, isForgotten, knownUntil } from './dirt.ts';
import type { CareEpisode, ChildHistory } from './history.ts';
import { Random } from './random.ts';

/** One child as one return knows the child. */
export interface ChildYear {
  readonly seed: number;
  readonly history: ChildHistory;
  readonly year: ReturnYear;
  /** What lies on this day or before was for the return before. */
  readonly since: DayNumber;
  /** What lies after this day is for the return after. */
  readonly until: DayNumber;
  readonly dateOfBirth: string;
  /** 1 and 2 up to the 2024 return, M and F from 2025. */
  readonly sex: string;
  readonly episodes: readonly CareEpisode[];
}

function sexCode(sex: 'M' | 'F', year: number): string {
  return year >= 2025 ? sex : sex === 'M' ? '1' : '2';
}

/** What the return of the index knows of the child. A late entry of one return is in the next. */
export function childYearOf(
  seed: number,
  history: ChildHistory,
  calendar: Calendar,
  index: number,
): ChildYear | undefined {
  const year = calendar.returnYears[index];
  if (year === undefined) return undefined;
  const before = calendar.returnYears[index - 1];
  const since =
    before === undefined ? year.firstDay - 1 : knownUntil(seed, history.life, before, calendar);
  const until = knownUntil(seed, history.life, year, calendar);
  const episodes = history.episodes.filter(({ decom, dec }) => decom <= until && dec > since);
  if (isForgotten(seed, history.life, year, episodes)) return undefined;
  return {
    seed,
    history,
    year,
    since,
    until,
    dateOfBirth: figures(dateOfBirthAsKnown(seed, history.life, year, calendar)),
    sex: sexCode(history.life.sex, year.year),
    episodes,
  };
}

/** Random numbers of one theme for the child in the return. */
export function randomFor(child: ChildYear, theme: string): Random {
  return new Random(child.seed, `${theme} ${child.year.year}`, child.history.life.number);
}

/** Whether the day is one that this return tells of. */
export function isTold(child: ChildYear, day: DayNumber): boolean {
  return child.since < day && day <= child.until;
}
