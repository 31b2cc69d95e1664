import { birthday } from './calendar.ts';
import type { CarePeriod, Life, Placement } from './history.ts';
import type { Random } from './random.ts';

const AT_EIGHTEEN = [
  ['E5', 28],
  ['E8', 34],
  ['E6', 9],
  ['E17', 22],
  ['E7', 3],
  ['E9', 2],
  ['E3', 2],
] as const;
const IN_FAMILIES = [
  ['E17', 58],
  ['E5', 16],
  ['E8', 18],
  ['E6', 5],
  ['E7', 3],
] as const;
const HOME = [
  ['E4A', 66],
  ['E4B', 17],
  ['E13', 9],
  ['E41', 8],
] as const;
const LEFT_EARLY = [
  ['E4A', 38],
  ['E4B', 17],
  ['E41', 12],
  ['E45', 10],
  ['E46', 9],
  ['E13', 7],
  ['E3', 3],
  ['E8', 4],
] as const;
const ARRIVED_ALONE = [
  ['E8', 55],
  ['E15', 30],
  ['E3', 15],
] as const;

/** Special guardians: the carer the child already lives with, or someone else; related or not. */
function guardianship(random: Random, placement: Placement | undefined): string {
  if (random.chance(0.14)) return 'E41';
  if (placement?.setting.kind === 'kinship') return 'E45';
  return random.weighted<string>([
    ['E46', 30],
    ['E47', 60],
    ['E48', 10],
  ]);
}

/** How the period ends (SSDA903 REC), with the last placement it ends from. */
export function drawEnding(
  random: Random,
  life: Life,
  period: CarePeriod,
  last: Placement | undefined,
): string {
  if (period.course === 'adoption') return random.chance(0.55) ? 'E11' : 'E12';
  if (period.course === 'remand') return random.chance(0.85) ? 'E14' : 'E9';
  if (period.end >= birthday(life.dateOfBirth, 18)) {
    if (life.disabled) return random.chance(0.5) ? 'E7' : 'E5';
    const family = last?.setting.kind.endsWith('oster') || last?.setting.kind === 'kinship';
    return random.weighted<string>(family ? IN_FAMILIES : AT_EIGHTEEN);
  }
  if (period.course === 'guardianship') return guardianship(random, last);
  if (period.course === 'unaccompanied') return random.weighted<string>(ARRIVED_ALONE);
  if (period.course === 'long') return random.weighted<string>(LEFT_EARLY);
  return random.weighted<string>(HOME);
}
