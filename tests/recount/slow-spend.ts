import { dateOfDayNumber, dayNumberOf, type PlainDate } from '../../src/core/plain-date.ts';
import { Fraction } from './exact-fraction.ts';
import { holds, type SlowNights } from './slow-nights.ts';
import { SlowCost, SlowSums, slowOutturn } from './slow-outturn.ts';

const GROUPS = [
  ...['fosteringKinship', 'fosteringInHouse', 'fosteringAgency', 'residential', 'secure'],
  ...['supported', 'residentialSchool', 'withParents', 'placedForAdoption', 'custody'],
  ...['temporary', 'other', 'noPlacement'],
];

/** One child's one night of one element. */
interface Charge {
  readonly childId: string;
  readonly night: number;
  readonly group: string;
  readonly rate: bigint;
  readonly own: boolean;
}

function nightsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

function chargesOf(slow: SlowNights, nights: readonly number[]): Charge[] {
  return nights.flatMap((night) =>
    slow.childIds.flatMap((childId) => {
      const charged = slow.charged(childId, night);
      if (charged.length === 0) return [];
      const group = slow.costGroup(childId, night);
      return charged.map(({ weeklyRate, funder }) => {
        const own = funder === 'social_care';
        return { childId, night, group, rate: BigInt(weeklyRate), own };
      });
    }),
  );
}

function cost(charges: readonly Charge[]): number {
  return new Fraction(
    charges.reduce((sum, { rate }) => sum + rate, 0n),
    7n,
  ).rounded();
}

function children(charges: readonly Charge[]): number {
  return new Set(charges.filter(({ rate }) => rate !== 0n).map(({ childId }) => childId)).size;
}

function yearStart(weekEnding: PlainDate): number {
  const year = Number(weekEnding.slice(0, 4)) - (weekEnding.slice(5) < '04-01' ? 1 : 0);
  return Date.UTC(year, 3, 1) / 86_400_000;
}

function budgetToDate(slow: SlowNights, first: number, last: number): number {
  let sum = new Fraction(0n);
  const startYear = new Date(first * 86_400_000).getUTCFullYear();
  for (const night of nightsFrom(first, last)) {
    const date = new Date(night * 86_400_000);
    const month = date.getUTCMonth();
    const nightsInMonth = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
    for (const budget of slow.facts.budgets) {
      if (budget.startYear !== startYear) continue;
      const amount = budget.monthly[(month + 9) % 12] ?? Number.NaN;
      sum = sum.plus(new Fraction(BigInt(amount), BigInt(nightsInMonth)));
    }
  }
  return sum.rounded();
}

/** What of the nights is in dispute, by the costs of a council whose last night is known. */
function disputed(slow: SlowNights, nights: readonly number[], last: number) {
  const sums = new SlowSums();
  for (const element of slow.facts.elements) {
    const cost = new SlowCost(slow, element, last);
    for (const night of nights) {
      if (!holds(element, night) || !cost.isDisputed(night) || cost.isShort(night)) continue;
      sums.add('disputed', BigInt(element.weeklyRate), element.childId);
    }
  }
  return {
    pence: sums.of('disputed').rounded(),
    children: sums.children.get('disputed')?.size ?? 0,
  };
}

/** Every sum of money of the report, from single nights. */
export function slowSpend(slow: SlowNights, lastNight: PlainDate, nightsOfWeek: number) {
  const last = dayNumberOf(lastNight);
  const first = yearStart(lastNight);
  const yearEnd = yearStart(dateOfDayNumber(first + 380)) - 1;
  const week = nightsFrom(last - nightsOfWeek + 1, last);
  const all = chargesOf(slow, week);
  const charges = all.filter(({ group }) => group !== 'shortBreak');
  const shortBreaks = all.filter(({ group }) => group === 'shortBreak');
  const year = chargesOf(slow, nightsFrom(first, yearEnd)).filter(
    ({ group }) => group !== 'shortBreak',
  );
  const inCare = week.flatMap((night) =>
    slow.childIds.map((childId) => ({ childId, night, group: slow.costGroup(childId, night) })),
  );
  const byGroup = GROUPS.map((group) => {
    const own = charges.filter((charge) => charge.group === group);
    const nights =
      group === 'noPlacement'
        ? new Set(own.map(({ childId, night }) => `${childId} ${night}`)).size
        : inCare.filter((each) => each.group === group).length;
    const rates = own.reduce((sum, { rate }) => sum + rate, 0n);
    return {
      group,
      nights,
      weekPence: cost(own),
      averageWeeklyPence: nights === 0 ? null : new Fraction(rates, BigInt(nights)).rounded(),
      childrenCharged: children(own),
    };
  });
  const { facts } = slow;
  const basis = facts.pace ?? { weeks: 0, endsKnownFrom: undefined };
  const outturn = slowOutturn({ facts, lastNight: last, basis });
  const recorded = ['toDate', 'running', 'ended', 'begins', 'price'];
  const projected = outturn.all.of(...recorded, 'disputed', 'eighteen', 'placement');
  const ofWeek = disputed(slow, week, last);
  const ofYear = disputed(slow, nightsFrom(first, last), last);
  return {
    weekPence: cost(charges),
    yearToDatePence: cost(year.filter(({ night }) => night <= last)),
    budgetToDatePence: budgetToDate(slow, first, last),
    projectedOutturnPence: projected.plus(outturn.pace(new Fraction(1n))).rounded(),
    committedPence: cost(year),
    disputedWeekPence: ofWeek.pence,
    disputedYearToDatePence: ofYear.pence,
    childrenDisputed: ofWeek.children,
    childrenDisputedInYear: ofYear.children,
    netOfContributionsPence: cost(charges.filter(({ own }) => own)),
    childrenCharged: children(charges),
    childrenWithContributions: children(charges.filter(({ own }) => !own)),
    shortBreaksWeekPence: cost(shortBreaks),
    shortBreaksChildrenCharged: children(shortBreaks),
    byGroup,
  };
}
