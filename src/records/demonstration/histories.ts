import type { DayNumber } from '../../core/plain-date.ts';
import { checkLetter } from '../returns/upn.ts';
import type { Calendar } from './calendar.ts';
import { birthday } from './calendar.ts';
import { drawEnding } from './endings.ts';
import { episodesOf } from './episodes.ts';
import { COUNCIL_OFFICE, drawPostcode, NORTHMERE } from './geography.ts';
import type { CareEpisode, CarePeriod, ChildHistory, Life, Placement } from './history.ts';
import { careOrderFrom, drawLegal } from './legal.ts';
import { drawMissing } from './missing.ts';
import { drawPlacements } from './moves.ts';
import { drawPackages } from './packages.ts';
import type { PayRuns } from './pay-runs.ts';
import { drawPayments } from './payments.ts';
import { Random } from './random.ts';
import { drawReviews } from './reviews.ts';
import type { Supply } from './settings.ts';
import { drawBreaks } from './short-breaks.ts';
import { drawSocialWorkers } from './social-workers.ts';

/** What every child's history is drawn from. */
export interface World {
  readonly seed: number;
  readonly calendar: Calendar;
  readonly supply: Supply;
  readonly payRuns: PayRuns;
}

/** Whether anything of the child falls into the returns: care in one of their years, or a birthday from 17 to 21 after care at 16. */
export function isInReturns(life: Life, firstDay: DayNumber): boolean {
  const left = life.periods.at(-1)?.end ?? 0;
  if (left > firstDay) return true;
  return left > birthday(life.dateOfBirth, 16) && birthday(life.dateOfBirth, 21) >= firstDay;
}

interface Care {
  readonly placements: readonly Placement[];
  readonly episodes: readonly CareEpisode[];
}

function drawCare(
  world: World,
  life: Life,
  period: CarePeriod,
  postcode: string,
  count: number,
): Care {
  const random = new Random(world.seed, `care ${count}`, life.number);
  const home = { supply: world.supply, postcode };
  if (period.course === 'shortBreakSeries') return drawBreaks(random, period, home);
  const legal = drawLegal(random, life, period);
  const orderFrom = careOrderFrom(legal);
  const placements = drawPlacements(random, life, period, { ...home, careOrderFrom: orderFrom });
  const ending = drawEnding(random, life, period, placements.at(-1));
  return {
    placements,
    episodes: episodesOf(period, placements, legal, { homePostcode: postcode, ending }),
  };
}

/** A unique pupil number of the invented authority 999, or the code for a child too young to have one. */
function pupilNumber(random: Random, life: Life, asOf: DayNumber): string {
  if (asOf < birthday(life.dateOfBirth, 5)) return 'UN1';
  if (life.unaccompanied && random.chance(0.3)) return 'UN3';
  const others = `999${String(random.whole(0, 999_999_999)).padStart(9, '0')}`;
  return `${checkLetter(others)}${others}`;
}

function motherhood(random: Random, life: Life): DayNumber | undefined {
  if (life.sex === 'M' || !random.chance(0.035)) return undefined;
  return birthday(life.dateOfBirth, 15) + random.whole(60, 1_000);
}

/** All that happens to one child, true and whole, with what it costs and what is paid for it. */
export function drawHistory(world: World, life: Life): ChildHistory {
  const { seed, calendar, supply } = world;
  const random = new Random(seed, 'child', life.number);
  const homePostcode = life.unaccompanied
    ? COUNCIL_OFFICE
    : drawPostcode(random, NORTHMERE, supply.children);
  const care = life.periods.map((period, count) =>
    drawCare(world, life, period, homePostcode, count),
  );
  const placements = care.flatMap((each) => each.placements);
  const record = new Random(seed, 'record', life.number);
  const child = {
    life,
    childId: String(4_000_000 + life.number),
    upn: pupilNumber(random, life, calendar.asOf),
    homePostcode,
    motherSince: motherhood(random, life),
    placements,
    episodes: care.flatMap((each) => each.episodes),
    reviews: life.periods.flatMap((period) => drawReviews(record, life, period)),
    missing: life.periods.flatMap((period) => drawMissing(record, life, period)),
    socialWorkers: life.periods.flatMap((period) =>
      drawSocialWorkers(record, period, supply.children),
    ),
  };
  const packages = drawPackages(new Random(seed, 'packages', life.number), life, child, calendar);
  const payments = drawPayments(
    new Random(seed, 'payments', life.number),
    child.childId,
    packages,
    {
      runs: world.payRuns,
      asOf: calendar.asOf,
    },
  );
  return { ...child, packages, payments };
}
