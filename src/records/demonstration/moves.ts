import type { DayNumber } from '../../core/plain-date.ts';
import { birthday, yearsOld } from './calendar.ts';
import type { CarePeriod, Life, Placement, SettingKind } from './history.ts';
import { drawKind, drawReason, drawStay } from './placing-choice.ts';
import type { Random } from './random.ts';
import { drawSetting, SUPPORTED_REGISTERED, type Supply } from './settings.ts';
import { drawStays } from './temporary-stays.ts';

/** What a period's placements start from. */
export interface Home {
  readonly supply: Supply;
  readonly postcode: string;
  /** Only under a care order can a child looked after be placed with parents. */
  readonly careOrderFrom: DayNumber | undefined;
}

/** One step of a plan: from this day, this kind of setting. */
interface Step {
  readonly start: DayNumber;
  readonly kind: SettingKind;
}

/** Days before the end at which a child moves in with those who will keep them. */
function lastMove(random: Random, period: CarePeriod): Step | undefined {
  const length = period.end - period.start;
  if (period.course === 'adoption') {
    return { start: period.end - random.whole(150, 420), kind: 'adoption' };
  }
  if (period.course === 'guardianship' && random.chance(0.35)) {
    return { start: period.end - Math.round(length * random.between(0.2, 0.5)), kind: 'kinship' };
  }
  if (period.course === 'home' && length > 200 && random.chance(0.22)) {
    return { start: period.end - random.whole(40, 120), kind: 'withParents' };
  }
  return undefined;
}

function kindAt(random: Random, life: Life, period: CarePeriod, day: DayNumber): SettingKind {
  const age = yearsOld(life.dateOfBirth, day);
  const first = day === period.start;
  if (period.course === 'remand') {
    return random.weighted<SettingKind>([
      ['custody', 62],
      ['agencyResidential', 18],
      ['inHouseFoster', 12],
      ['secure', 8],
    ]);
  }
  if (period.course === 'guardianship' && first && random.chance(0.6)) return 'kinship';
  if (period.course === 'adoption') return random.chance(0.85) ? 'inHouseFoster' : 'agencyFoster';
  if (period.course === 'shortBreakAgreement')
    return random.chance(0.6) ? 'inHouseFoster' : 'ownHome';
  return drawKind(random, life, age, first);
}

/** The last move that growing up brings: to supported housing at sixteen or seventeen. */
function comingOfAge(random: Random, life: Life, period: CarePeriod): DayNumber | undefined {
  const share = life.unaccompanied ? 0.68 : life.temperament === 'settled' ? 0.16 : 0.34;
  if (life.disabled || !random.chance(share)) return undefined;
  const day = birthday(life.dateOfBirth, 16) + random.whole(30, 540);
  return day > period.start + 20 && day < period.end - 30 ? day : undefined;
}

function lawful(step: Step, careOrderFrom: DayNumber | undefined): Step {
  const mayGoHome = careOrderFrom !== undefined && careOrderFrom <= step.start;
  return step.kind === 'withParents' && !mayGoHome ? { ...step, kind: 'kinship' } : step;
}

function planSteps(
  random: Random,
  life: Life,
  period: CarePeriod,
  careOrderFrom: DayNumber | undefined,
): Step[] {
  const steps: Step[] = [];
  const last = lastMove(random, period);
  const housing = comingOfAge(random, life, period);
  const until = last?.start ?? period.end;
  let day = period.start;
  let housed = false;
  while (day < until) {
    const kind: SettingKind =
      !housed && day === housing ? 'supported' : kindAt(random, life, period, day);
    housed ||= kind === 'supported';
    steps.push({ start: day, kind });
    const next = day + Math.max(2, Math.round(drawStay(random, life, kind, day === period.start)));
    day = !housed && housing !== undefined && day < housing && housing < next ? housing : next;
    if (period.end - day < 3) break;
  }
  if (last !== undefined) steps.push(last);
  return steps.map((step) => lawful(step, careOrderFrom));
}

/** A foster home that is made long-term after a year or so, or a supported flat that has to register. */
function laterPlace(
  random: Random,
  place: string,
  [start, end]: readonly [DayNumber, DayNumber],
): Placement['later'] {
  if (place === 'H5' || place === 'P2') {
    const from = SUPPORTED_REGISTERED;
    return start < from && from < end ? { from, place: 'K3' } : undefined;
  }
  const from = start + random.whole(250, 600);
  if ((place !== 'U6' && place !== 'U3') || end - from < 200 || !random.chance(0.6))
    return undefined;
  return { from, place: place === 'U6' ? 'U4' : 'U1' };
}

function mayStayAway(period: CarePeriod, kind: SettingKind): boolean {
  return period.course === 'long' || kind === 'agencyFoster';
}

/** The placements of one period of care, end to end, with the short stays away from them. */
export function drawPlacements(
  random: Random,
  life: Life,
  period: CarePeriod,
  home: Home,
): Placement[] {
  const steps = planSteps(random, life, period, home.careOrderFrom);
  return steps.map(({ start, kind }, index) => {
    const next = steps[index + 1];
    const end = next?.start ?? period.end;
    const longTerm = index > 0 && period.course === 'long' && end - start > 400;
    const setting = drawSetting(kind, random, home.supply, {
      start,
      homePostcode: home.postcode,
      longTerm,
    });
    const later = laterPlace(random, setting.place, [start, end]);
    const stays = mayStayAway(period, kind) ? drawStays(random, start, end) : [];
    return {
      start,
      end,
      setting,
      reason: next === undefined ? '' : drawReason(random, life, next.kind),
      later,
      stays: stays.filter(
        ({ from, to }) => later === undefined || later.from < from || to < later.from,
      ),
    };
  });
}
