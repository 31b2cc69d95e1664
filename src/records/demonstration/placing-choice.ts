import type { Life, SettingKind } from './history.ts';
import type { Random } from './random.ts';

type Choice = readonly (readonly [SettingKind, number])[];

const FAMILY: Choice = [
  ['kinship', 19],
  ['inHouseFoster', 37],
  ['agencyFoster', 29],
  ['withParents', 15],
];
const TEENAGE_FAMILY: Choice = [
  ['kinship', 16],
  ['inHouseFoster', 29],
  ['agencyFoster', 37],
  ['withParents', 18],
];
const HOMES: Choice = [
  ['agencyResidential', 83],
  ['ownHome', 14],
  ['health', 6],
];
const FIRST_FAMILY: Choice = [
  ['kinship', 14],
  ['inHouseFoster', 50],
  ['agencyFoster', 29],
  ['withParents', 7],
];

function shareInHomes(life: Life, age: number): number {
  if (age < 7) return 0.004;
  if (life.temperament === 'settled') return age < 11 ? 0.014 : 0.1;
  if (life.temperament === 'unsettled') return age < 11 ? 0.15 : 0.5;
  return age < 11 ? 0.5 : 0.92;
}

function shareSupported(life: Life, age: number): number {
  if (age < 16) return 0;
  if (life.unaccompanied) return age < 17 ? 0.5 : 0.82;
  if (life.disabled) return 0.05;
  return age < 17 ? 0.3 : 0.65;
}

/** A kind of setting for someone of this age: what a council's placements team would most often find. */
export function drawKind(random: Random, life: Life, age: number, first: boolean): SettingKind {
  if (random.chance(shareSupported(life, age))) return 'supported';
  if (life.unaccompanied) {
    return random.weighted<SettingKind>([
      ['agencyFoster', 62],
      ['inHouseFoster', 35],
      ['agencyResidential', 3],
    ]);
  }
  if (life.disabled && age > 8 && random.chance(0.22)) return 'residentialSchool';
  const homes = life.disabled && age > 6 ? 0.3 : shareInHomes(life, age);
  if (random.chance(homes * (first ? 0.7 : 1))) {
    const secure = life.temperament === 'complex' && age > 12 && random.chance(0.012);
    return secure ? 'secure' : random.weighted(HOMES);
  }
  if (first) return random.weighted(FIRST_FAMILY);
  return random.weighted(age < 11 ? FAMILY : TEENAGE_FAMILY);
}

const MEAN_DAYS = { settled: 1_500, unsettled: 420, complex: 260 } as const;

/** How many days a placement lasts, were nothing else to end it. First placements are short: a place for now. */
export function drawStay(random: Random, life: Life, kind: SettingKind, first: boolean): number {
  if (kind === 'secure') return 30 + random.exponential(70);
  if (kind === 'health') return 40 + random.exponential(120);
  if (kind === 'withParents') return 120 + random.exponential(350);
  if (kind === 'residentialSchool') return 300 + random.exponential(900);
  const mean = MEAN_DAYS[life.temperament];
  const share = first && kind !== 'kinship' ? 0.3 : 1;
  return (random.chance(0.05) ? 2 : 20) + random.exponential(mean * share);
}

const PLANNED_REASONS = [
  ['CARPL', 62],
  ['CREQO', 11],
  ['CREQB', 9],
  ['CHILD', 6],
  ['OTHER', 5],
  ['CLOSE', 3],
  ['ALLEG', 2],
  ['STAND', 1],
  ['LAREQ', 1],
] as const;
const BREAKDOWN_REASONS = [
  ['CREQB', 36],
  ['CARPL', 34],
  ['OTHER', 9],
  ['CHILD', 9],
  ['LAREQ', 5],
  ['STAND', 3],
  ['CREQO', 2],
  ['ALLEG', 1],
  ['CLOSE', 1],
] as const;

/** Why a placement ends by a move (SSDA903 REASON_PLACE_CHANGE). */
export function drawReason(random: Random, life: Life, next: SettingKind): string {
  if (next === 'custody') return 'CUSTOD';
  if (next === 'adoption' || next === 'withParents') return 'CARPL';
  return random.weighted<string>(
    life.temperament === 'settled' ? PLANNED_REASONS : BREAKDOWN_REASONS,
  );
}
