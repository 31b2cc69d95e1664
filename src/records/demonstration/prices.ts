import type { DayNumber } from '../../core/plain-date.ts';
import { financialYearStart, yearsOld } from './calendar.ts';
import type { CarePeriod, Life, Placement, SettingKind } from './history.ts';
import type { Random } from './random.ts';

interface Price {
  /** Median weekly price of a new placement in 2026-27, in pounds. */
  readonly weekly: number;
  /** Growth of new prices from one financial year to the next. */
  readonly growth: number;
  /** Standard deviation of the price's logarithm. */
  readonly spread: number;
  /** Least and most that a running placement's price rises each 1 April. */
  readonly uplift: readonly [number, number];
}

/**
 * Orders of magnitude from published figures: DfE's section 251 unit costs (residential care £7,385 and
 * all fostering £765 a week in 2024-25) and the National Audit Office (2025) on residential care.
 */
const PRICES: Readonly<Record<SettingKind, Price>> = {
  agencyResidential: { weekly: 6_900, growth: 0.07, spread: 0.24, uplift: [0.03, 0.075] },
  ownHome: { weekly: 5_600, growth: 0.05, spread: 0.05, uplift: [0.05, 0.05] },
  residentialSchool: { weekly: 4_800, growth: 0.05, spread: 0.18, uplift: [0.03, 0.06] },
  secure: { weekly: 8_000, growth: 0.06, spread: 0.07, uplift: [0.05, 0.06] },
  custody: { weekly: 2_900, growth: 0.04, spread: 0.02, uplift: [0.04, 0.04] },
  health: { weekly: 420, growth: 0.03, spread: 0.25, uplift: [0.02, 0.04] },
  agencyFoster: { weekly: 950, growth: 0.04, spread: 0.13, uplift: [0.02, 0.05] },
  inHouseFoster: { weekly: 480, growth: 0.045, spread: 0, uplift: [0.045, 0.045] },
  kinship: { weekly: 300, growth: 0.045, spread: 0.1, uplift: [0.045, 0.045] },
  supported: { weekly: 1_180, growth: 0.05, spread: 0.3, uplift: [0.02, 0.05] },
  adoption: { weekly: 110, growth: 0.02, spread: 0.3, uplift: [0, 0] },
  withParents: { weekly: 70, growth: 0.02, spread: 0.3, uplift: [0, 0] },
};
const PRICED_IN = 2026;
const SUPPORTED_UNACCOMPANIED = 720;
/** A home for one child alone, with staff to match. */
const SOLO = [1.7, 2.9] as const;
const SHORT_BREAK_WEEKLY = 260;

function allowanceForAge(age: number): number {
  return age < 5 ? 0.84 : age < 11 ? 0.93 : age < 16 ? 1.06 : 1.2;
}

function medianOf(life: Life, kind: SettingKind): number {
  return kind === 'supported' && life.unaccompanied ? SUPPORTED_UNACCOMPANIED : PRICES[kind].weekly;
}

function particular(random: Random, life: Life, kind: SettingKind, start: DayNumber): number {
  if (kind === 'inHouseFoster' || kind === 'kinship') {
    const fee = kind === 'kinship' ? 1 : random.pick([0.9, 1, 1, 1.13]);
    return allowanceForAge(yearsOld(life.dateOfBirth, start)) * fee;
  }
  const solo =
    kind === 'agencyResidential' && life.temperament === 'complex' && random.chance(0.07);
  return solo ? random.between(...SOLO) : 1;
}

/** The growth of prices between 2026-27 and the year that holds the day. */
export function priceLevel(kind: SettingKind, day: DayNumber): number {
  return (1 + PRICES[kind].growth) ** (financialYearStart(day) - PRICED_IN);
}

/** The weekly price in pounds at which a placement of a period of care starts. */
export function drawWeeklyPrice(
  random: Random,
  life: Life,
  period: CarePeriod,
  placement: Placement,
): number {
  const { kind } = placement.setting;
  const level = priceLevel(kind, placement.start);
  if (period.course === 'shortBreakAgreement') return SHORT_BREAK_WEEKLY * level;
  const spread = Math.exp(PRICES[kind].spread * random.normal());
  const price = medianOf(life, kind) * particular(random, life, kind, placement.start);
  return price * spread * level;
}

/** The share by which a running placement's price rises on a 1 April. */
export function drawUplift(random: Random, kind: SettingKind): number {
  return random.between(...PRICES[kind].uplift);
}
