import type { DayNumber } from '../../core/plain-date.ts';
import { birthday, type Calendar, yearsOld } from './calendar.ts';
import { AGES_AT_START, AGES_ON_ARRIVAL, drawCourse, drawLength } from './courses.ts';
import type { CarePeriod, Course, Life, Temperament } from './history.ts';
import { Random } from './random.ts';

/** Nobody looked after on a day can have started longer before it. */
const LONGEST_STAY_YEARS = 18;
/** Yearly growth of those who start, and of unaccompanied children among them. */
const GROWTH = 0.012;
const UNACCOMPANIED_GROWTH = 0.13;
/** Unaccompanied children for each other child who starts, on the last day. */
const UNACCOMPANIED_NOW = 0.235;
const SHORT_BREAK_SHARE = 0.012;

const ETHNICITIES: readonly (readonly [string, number])[] = [
  ['WBRI', 760],
  ['WOTH', 45],
  ['WIRI', 5],
  ['WIRT', 6],
  ['WROM', 7],
  ['MWBC', 32],
  ['MWBA', 10],
  ['MWAS', 12],
  ['MOTH', 24],
  ['AIND', 8],
  ['APKN', 12],
  ['ABAN', 8],
  ['AOTH', 10],
  ['BCRB', 14],
  ['BAFR', 22],
  ['BOTH', 10],
  ['CHNE', 2],
  ['OOTH', 10],
  ['REFU', 1],
  ['NOBT', 2],
];
const ETHNICITIES_ON_ARRIVAL: readonly (readonly [string, number])[] = [
  ['OOTH', 38],
  ['AOTH', 22],
  ['BAFR', 30],
  ['WOTH', 8],
  ['BOTH', 2],
];
const NEEDS: readonly (readonly [string, number])[] = [
  ['N1', 66],
  ['N2', 3],
  ['N3', 4],
  ['N4', 8],
  ['N5', 14],
  ['N6', 2],
  ['N8', 3],
];

/** Starts in so many years that grow to one a year at their end. */
function startsOver(years: number, growth: number): number {
  return (1 - Math.exp(-growth * years)) / growth;
}

/** Days before the end of so many years, drawn so that starts grow by the yearly rate towards it. */
function daysAgo(random: Random, years: number, growth: number): number {
  const reach = growth * startsOver(years, growth);
  return Math.floor((-365.25 * Math.log(1 - random.next() * reach)) / growth);
}

function drawAge(random: Random, table: typeof AGES_AT_START): number {
  const [from, to] = random.weighted(table);
  return random.between(from, to);
}

function firstCourse(random: Random, age: number, unaccompanied: boolean): Course {
  if (unaccompanied) return 'unaccompanied';
  if (age > 4 && random.chance(SHORT_BREAK_SHARE)) {
    return random.chance(0.6) ? 'shortBreakAgreement' : 'shortBreakSeries';
  }
  return drawCourse(random, age);
}

function drawNeed(random: Random, course: Course, disabled: boolean): string {
  if (course === 'unaccompanied') return 'N8';
  if (course === 'remand') return random.chance(0.8) ? 'N6' : 'N5';
  if (disabled && random.chance(0.7)) return 'N2';
  return random.weighted(NEEDS);
}

function drawTemperament(random: Random, age: number, course: Course): Temperament {
  if (course === 'unaccompanied') return random.chance(0.88) ? 'settled' : 'unsettled';
  const complex = age < 5 ? 0.05 : age < 10 ? 0.15 : 0.2;
  const unsettled = age < 5 ? 0.12 : 0.27;
  const drawn = random.next();
  return drawn < complex ? 'complex' : drawn < complex + unsettled ? 'unsettled' : 'settled';
}

/** One child in six who went home comes back once. */
function drawPeriods(
  random: Random,
  dateOfBirth: DayNumber,
  first: { start: DayNumber; course: Course; disabled: boolean },
): CarePeriod[] {
  const adult = birthday(dateOfBirth, 18);
  const period = (start: DayNumber, course: Course): CarePeriod => ({
    start,
    end: Math.min(adult, start + drawLength(random, course)),
    course,
    need: drawNeed(random, course, first.disabled),
  });
  const one = period(first.start, first.course);
  const returnDay = one.end + random.whole(20, 500);
  const returns = first.course === 'home' && random.chance(0.17) && returnDay < adult - 60;
  if (!returns) return [one];
  return [one, period(returnDay, drawCourse(random, yearsOld(dateOfBirth, returnDay)))];
}

/**
 * The so-many-th child who was ever looked after in the years of the calendar and the eighteen before:
 * when born, when care started and how it will go. Each child is drawn alone, so any of them can be
 * drawn again.
 */
export function drawLife(seed: number, number: number, calendar: Calendar): Life {
  const random = new Random(seed, 'life', number);
  const years = LONGEST_STAY_YEARS + yearsOld(calendar.firstDay, calendar.asOf);
  const arrivals = UNACCOMPANIED_NOW * startsOver(years, UNACCOMPANIED_GROWTH);
  const unaccompanied = random.chance(arrivals / (arrivals + startsOver(years, GROWTH)));
  const growth = unaccompanied ? UNACCOMPANIED_GROWTH : GROWTH;
  const start = calendar.asOf - daysAgo(random, years, growth);
  const age = drawAge(random, unaccompanied ? AGES_ON_ARRIVAL : AGES_AT_START);
  const dateOfBirth = Math.min(start, Math.round(start - age * 365.25));
  const course = firstCourse(random, age, unaccompanied);
  const shortBreaks = course === 'shortBreakAgreement' || course === 'shortBreakSeries';
  const disabled = shortBreaks || (!unaccompanied && random.chance(0.06));
  return {
    number,
    sex: random.chance(unaccompanied ? 0.94 : 0.54) ? 'M' : 'F',
    dateOfBirth,
    ethnicity: random.weighted(unaccompanied ? ETHNICITIES_ON_ARRIVAL : ETHNICITIES),
    unaccompanied,
    disabled,
    temperament: drawTemperament(random, age, course),
    periods: drawPeriods(random, dateOfBirth, { start, course, disabled }),
  };
}

/** Whether the child is looked after on the night of the day, agreed short breaks apart. */
export function lookedAfterOn(life: Life, day: DayNumber): boolean {
  return life.periods.some(
    (period) => period.start <= day && day < period.end && !isShortBreak(period.course),
  );
}

/** Whether the course is one of agreed short breaks, which the counts leave out. */
export function isShortBreak(course: Course): boolean {
  return course === 'shortBreakAgreement' || course === 'shortBreakSeries';
}
