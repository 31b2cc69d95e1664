import { financialYearOf } from '../../core/financial-year.ts';
import type { Pence } from '../../core/money.ts';
import { addDays, addMonths, dayNumberOf, isoDate, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import { endOfDay } from '../changes/between.ts';
import { asIfKnownOn } from '../outturn/as-if-known.ts';
import { bridgeOf } from '../outturn/bridge.ts';
import { type Made, type Moved, movedBetween } from '../outturn/moved.ts';
import { nightlyCharges } from '../outturn/nightly-charges.ts';
import { outturnOf, paceExact, projectedExact, rounded } from '../outturn/outturn.ts';
import { NO_PACE } from '../outturn/pace-window.ts';
import { knownAt } from '../revisions/known-at.ts';
import { revisionAt } from '../revisions/revision.ts';
import { loadPlacementFacts } from '../storage/load-placement-facts.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { firstNightOfPace } from './pace-weeks.ts';
import { factsByChild, type PlacementFacts } from './weekly-report/facts.ts';
import { type Week, weekEndingOn } from './weekly-report/week.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** What was projected on one night, and what it was made of. */
export interface ProjectedThen {
  readonly projected: Pence;
  readonly committed: Pence;
  readonly pace: Pence;
}

/** The projection at the end of a month, or on the night that is looked at. */
export interface MonthProjected {
  readonly night: PlainDate;
  /** As known at the end of that day; undefined where nothing of the records was held then. */
  readonly known: ProjectedThen | undefined;
  /** Made again from what is known now, as if nothing after that night were. */
  readonly again: ProjectedThen;
  /** What moved it since the one before, of what was known at each where both were held; undefined for the first. */
  readonly moved: (Moved & { readonly asKnownThen: boolean }) | undefined;
}

/** The ends of the months of the year up to a night, and that night. */
function monthEnds(lastNight: PlainDate): PlainDate[] {
  const ends: PlainDate[] = [];
  let month = isoDate(financialYearOf(lastNight).firstDay);
  for (;;) {
    const end = addDays(addMonths(month, 1), -1);
    if (end >= lastNight) return [...ends, lastNight];
    ends.push(end);
    month = addMonths(month, 1);
  }
}

interface Projection {
  readonly shown: ProjectedThen;
  readonly made: Made;
}

function projectionOn(facts: PlacementFacts, night: PlainDate): Projection {
  const asAt = weekEndingOn(night);
  const children = factsByChild(facts);
  const outturn = outturnOf(children, asAt, facts.pace ?? NO_PACE);
  const bridge = bridgeOf(outturn);
  const pace = paceExact(outturn);
  return {
    shown: {
      projected: bridge.projectedPence,
      committed: bridge.committedPence,
      pace: rounded(pace),
    },
    made: { projected: projectedExact(outturn), pace, charges: nightlyCharges(children, asAt) },
  };
}

/**
 * What was projected at the end of each month of the year so far, and on the last night of the week:
 * as known then, and made again. Each reading of what was known is one of its own, so that others get
 * their turn between them.
 */
export async function outturnHistory(
  ground: Ground,
  code: string,
  week: Week,
): Promise<readonly MonthProjected[]> {
  const nights = monthEnds(week.countsTo);
  const first = nights[0] ?? week.countsTo;
  const read = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    ground.read<RecordsTables, Result>(code, work);
  const now = await read((tx) => loadPlacementFacts(tx, week.countsTo, firstNightOfPace(first)));
  const months: MonthProjected[] = [];
  let before: { readonly known: Projection | undefined; readonly again: Projection } | undefined;
  for (const night of nights) {
    const isNow = night === week.countsTo;
    const revision = await read((tx) => revisionAt(tx, endOfDay(night)));
    const facts =
      revision === 0
        ? undefined
        : await read(knownAt(revision, (tx: Transaction) => loadPlacementFacts(tx, night)));
    const known = facts && projectionOn(facts, night);
    const again = projectionOn(isNow ? now : asIfKnownOn(now, dayNumberOf(night)), night);
    const asKnownThen = known !== undefined && before?.known !== undefined;
    const [from, to] = asKnownThen ? [before?.known, known] : [before?.again, again];
    months.push({
      night,
      known: known?.shown,
      again: again.shown,
      moved: from && to && { ...movedBetween(from.made, to.made), asKnownThen },
    });
    before = { known, again };
  }
  return months;
}
