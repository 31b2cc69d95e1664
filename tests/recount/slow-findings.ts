import { dateOfDayNumber, dayNumberOf, type PlainDate } from '../../src/core/plain-date.ts';
import type { CostElement, Episode } from '../../src/records/model.ts';
import { slowMovement } from './slow-activity.ts';
import { groupOf, holds, type SlowNights } from './slow-nights.ts';

interface Found {
  readonly rule: string;
  readonly childId: string;
}

function sameSite(one: Episode, other: Episode): boolean {
  return (
    one.place === other.place && one.placeProvider === other.placeProvider && one.urn === other.urn
  );
}

/** The first night on which the cost of the placement that holds the episode should no longer run. */
export function costEnd(slow: SlowNights, episode: Episode): number | undefined {
  const next = ({ childId, dec }: Episode) =>
    slow.facts.episodes.find((each) => each.childId === childId && each.decom === dec);
  const isTemporary = (each: Episode) => groupOf(each) === 'temporary';
  let current = episode;
  for (;;) {
    let following = next(current);
    const plain = following && !['S', 'P', 'B', 'T', 'U'].includes(following.rne ?? 'none');
    if (following && plain && sameSite(following, current)) {
      current = following;
      continue;
    }
    let end = current.dec;
    if (isTemporary(current)) return end;
    const sameCarer =
      ['T', 'U'].includes(following?.rne ?? 'none') ||
      (following && following.rne !== 'S' && current.reasonPlaceChange === 'PLACE');
    if (following && !isTemporary(following) && sameCarer) {
      current = following;
      continue;
    }
    while (following && isTemporary(following) && following.rne !== 'S') {
      end = following.dec;
      following = next(following);
    }
    const returned = following && following.rne !== 'S' && sameSite(following, current);
    if (end === current.dec || !returned || following === undefined) return end;
    current = following;
  }
}

function elementRule(
  slow: SlowNights,
  element: CostElement,
  first: number,
  last: number,
): string | undefined {
  const nights = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (!nights.some((night) => holds(element, night))) return;
  const { childId, placementStart } = element;
  const named = slow.facts.episodes.find(
    (episode) => episode.childId === childId && episode.decom === placementStart,
  );
  if (named === undefined) return 'cost-without-placement';
  const end = costEnd(slow, named);
  const after = nights.filter(
    (night) => holds(element, night) && end !== undefined && night >= end,
  );
  if (after.length > 0) return 'cost-after-placement-ended';
  const outside = nights.filter(
    (night) => holds(element, night) && slow.episodeOn(childId, night) === undefined,
  );
  return outside.length > 0 ? 'cost-outside-care' : undefined;
}

/** Elements that some night of the period holds beside one of the same charge that began before it (of two that begin together, the one that stands first). */
function slowOverlaps({ facts }: SlowNights, first: number, last: number): CostElement[] {
  const charge = ({ childId, placementStart, element, funder, provider }: CostElement) =>
    JSON.stringify([childId, placementStart, element, funder, provider ?? null]);
  const nights = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return facts.elements.filter((later, at) =>
    facts.elements.some(
      (earlier, before) =>
        charge(earlier) === charge(later) &&
        (earlier.from < later.from || (earlier.from === later.from && before < at)) &&
        nights.some((night) => holds(earlier, night) && holds(later, night)),
    ),
  );
}

/** What should be found, counted by rule, with the first child. */
export function slowFindings(slow: SlowNights, lastNight: PlainDate, nightsOfWeek: number) {
  const last = dayNumberOf(lastNight);
  const year = Number(lastNight.slice(0, 4)) - (lastNight.slice(5) < '04-01' ? 1 : 0);
  const first = Math.min(last - nightsOfWeek + 1, Date.UTC(year, 3, 1) / 86_400_000);
  const found: Found[] = slow.childIds.flatMap((childId) => {
    const group = slow.costGroup(childId, last);
    if (group === 'noPlacement' || group === 'shortBreak') return [];
    const child = slow.facts.children.find((each) => each.childId === childId);
    const rules: string[] = [];
    if (child?.dateOfBirth === undefined) rules.push('looked-after-without-date-of-birth');
    const free = slow.charged(childId, last).length === 0;
    if (free && group !== 'withParents') rules.push('looked-after-without-cost');
    return rules.map((rule) => ({ rule, childId }));
  });
  const { withoutReason, reasonUnknown, endUnknown } = slowMovement(
    slow,
    dateOfDayNumber(last),
    nightsOfWeek,
  );
  for (const { childId } of withoutReason) found.push({ rule: 'move-without-reason', childId });
  for (const { childId } of reasonUnknown) found.push({ rule: 'move-reason-unknown', childId });
  for (const { childId } of endUnknown) found.push({ rule: 'end-reason-unknown', childId });
  for (const element of slow.facts.elements) {
    const rule = elementRule(slow, element, first, last);
    if (rule !== undefined) found.push({ rule, childId: element.childId });
  }
  for (const { childId } of slowOverlaps(slow, first, last)) {
    found.push({ rule: 'rates-overlap', childId });
  }
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const own = found.filter((each) => each.rule === rule);
    const firstChild = own.map(({ childId }) => childId).sort()[0];
    const severity = /^(?:cost|rates)-/.test(rule) ? 'error' : 'warning';
    return { severity, rule, count: own.length, child: `package of ${firstChild}` };
  });
}
