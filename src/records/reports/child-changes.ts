import { penceOf } from '../../core/money.ts';
import { dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import type { CostElement } from '../model.ts';
import { providerKey } from '../providers/provider-key.ts';
import type { ChildChange, ChildChangeKind } from './child-change.ts';
import { differenceToEnd } from './difference-to-end.ts';
import { plannedInWords } from './planned.ts';
import { differing, type Stands, standsOn } from './stands-on.ts';
import type { ChildFacts } from './weekly-report/facts.ts';
import { mainProvider } from './weekly-report/high-cost.ts';
import { isEnd, isStart, movesOf } from './weekly-report/movements.ts';
import { packageChanges } from './weekly-report/package-changes.ts';
import { packagesOf } from './weekly-report/packages.ts';
import type { Week } from './weekly-report/week.ts';

function kindOf(before: Stands, after: Stands, moved: boolean): ChildChangeKind {
  // A child who ceased to be looked after has ended, though a cost may run on.
  if (before.isLookedAfter !== after.isLookedAfter) return after.isLookedAfter ? 'new' : 'ended';
  if (!after.isThere) return 'ended';
  if (!before.isThere) return 'new';
  if (moved) return 'moved';
  const kinds = differing(before.elements, after.elements);
  return kinds.length === 1 && kinds[0] === 'additional_support' ? 'hours' : 'price';
}

/** The days of the week on which the report counts a change of the child's packages, a start, an end or a move. */
function daysOf(
  facts: ChildFacts,
  week: Week,
): { readonly days: PlainDate[]; readonly moved: boolean } {
  const packages = packageChanges(packagesOf(facts, week), () => '');
  const moves = movesOf(facts, week);
  const ofCare = facts.care.spans.flatMap(({ episode }) => [
    ...(isStart(episode, week) ? [episode.decom] : []),
    ...(isEnd(episode, week) && episode.dec !== undefined ? [episode.dec] : []),
  ]);
  const moved = moves.map(({ episode }) => episode.decom);
  const days = [...packages.map(({ date }) => date), ...[...ofCare, ...moved].map(dateOfDayNumber)];
  return { days: days.sort(), moved: moves.length > 0 };
}

/** With whom the child lives: who is paid for the core element. Support that somebody else gives, or another spelling, is no move. */
function hostOf(elements: readonly CostElement[]): string | undefined {
  const core = mainProvider(elements.filter(({ element }) => element === 'core'));
  return core === null ? undefined : providerKey(core);
}

function changeOf(facts: ChildFacts, week: Week): Omit<ChildChange, 'package'> | undefined {
  const { days, moved } = daysOf(facts, week);
  const date = days.at(-1);
  if (date === undefined) return undefined;
  const before = standsOn(facts, week.nights.from - 1);
  const after = standsOn(facts, week.lastNight);
  const [providerBefore, providerAfter] = [
    mainProvider(before.elements),
    mainProvider(after.elements),
  ];
  const [hostBefore, hostAfter] = [hostOf(before.elements), hostOf(after.elements)];
  const otherProvider =
    hostBefore !== undefined && hostAfter !== undefined && hostBefore !== hostAfter;
  const kind = kindOf(before, after, moved || otherProvider);
  const difference = penceOf(after.weekly - before.weekly);
  return {
    childId: facts.childId,
    ...{ kind, date, from: before.place, to: after.place, providerBefore, providerAfter },
    ...{ before: penceOf(before.weekly), after: penceOf(after.weekly), difference },
    size: Math.abs(difference),
    ...differenceToEnd(difference, date, after.elements),
    planned: plannedInWords(facts, week),
  };
}

/** What the week changed, one row for each child: their differences come to those of the report's packages. */
export function childChanges(
  facts: readonly ChildFacts[],
  week: Week,
  pseudonym: (childId: string) => string,
): ChildChange[] {
  return facts.flatMap((ofChild) => {
    const change = changeOf(ofChild, week);
    return change === undefined ? [] : [{ ...change, package: pseudonym(ofChild.childId) }];
  });
}
