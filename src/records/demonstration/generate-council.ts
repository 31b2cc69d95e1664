import type { PlainDate } from '../../core/plain-date.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import { NORTHMERE } from './geography.ts';
import { drawHistory, isInReturns, type World } from './histories.ts';
import type { ChildHistory } from './history.ts';
import { drawLife, lookedAfterOn } from './lives.ts';
import { payRunsOf } from './pay-runs.ts';
import { type Providers, providersOf } from './providers.ts';
import { asRecorded } from './two-identifiers.ts';

/** What to generate: `children` is how many are looked after (short breaks apart) on `asOf`. */
export interface CouncilPlan {
  readonly seed: number;
  readonly children: number;
  /** How many SSDA903 returns, the last of them the one that contains `asOf`. */
  readonly years: number;
  readonly asOf: PlainDate;
  readonly councilName?: string;
}

/** An invented council. */
export interface DemonstrationCouncil {
  readonly plan: CouncilPlan;
  readonly name: string;
  /** The authority's code in Wellplaced. */
  readonly code: string;
  /** The authority's code in its postcode directory, as ONS writes them. */
  readonly onsCode: string;
  readonly calendar: Calendar;
  readonly providers: Providers;
  /** Every child of the returns, the same each time they are asked for; one with two identifiers is there twice. */
  histories(): Iterable<ChildHistory>;
}

/** Councils up to this size keep their histories once drawn; larger ones draw them again, to stay small. */
const KEPT_UP_TO = 3_000;

/** Draws one child after another until as many are looked after as the plan says. */
function* drawHistories(world: World, children: number): Generator<ChildHistory> {
  const { seed, calendar } = world;
  let lookedAfter = 0;
  for (let number = 1; lookedAfter < children; number += 1) {
    const life = drawLife(seed, number, calendar);
    if (!isInReturns(life, calendar.firstDay)) continue;
    if (lookedAfterOn(life, calendar.asOf)) lookedAfter += 1;
    yield* asRecorded(seed, drawHistory(world, life), calendar);
  }
}

/**
 * The invented council of the plan: the same for the same plan, whoever asks and whenever. Throws a
 * RangeError when the numbers of the plan make no council.
 */
export function generateCouncil(plan: CouncilPlan): DemonstrationCouncil {
  const { seed, children, years, asOf } = plan;
  if (!Number.isInteger(children) || children < 1) {
    throw new RangeError(`${children} is not a number of children; give at least 1`);
  }
  if (!Number.isInteger(seed)) throw new RangeError(`${seed} is not a seed; give a whole number`);
  const calendar = calendarOf(asOf, years);
  const providers = providersOf(seed, children);
  const supply = { providers, children };
  const world = { seed, calendar, supply, payRuns: payRunsOf(calendar) };
  let kept: readonly ChildHistory[] | undefined;
  return {
    plan,
    name: plan.councilName ?? 'Northmere County Council',
    code: 'X01',
    onsCode: NORTHMERE.county ?? '',
    calendar,
    providers,
    histories: () => {
      if (children > KEPT_UP_TO) return drawHistories(world, children);
      kept ??= [...drawHistories(world, children)];
      return kept;
    },
  };
}
