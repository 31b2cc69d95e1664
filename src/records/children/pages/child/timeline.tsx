import type { VNode } from 'preact';
import { counted, listed } from '../../../../core/english.ts';
import { dayNumberOf, type PlainDate } from '../../../../core/plain-date.ts';
import { lineChart } from '../../../../platform/charts/line-chart.tsx';
import {
  type Step,
  stepTimeline,
  type TimelineEvent,
  timelineFrame,
} from '../../../../platform/charts/step-timeline.tsx';
import { type Placement, placementsOf } from '../../../care-cost/placements.ts';
import type { ChildRecord } from '../../child-record.ts';
import { legalStatuses } from '../../legal-statuses.ts';
import { weeklyCostSteps } from '../../weekly-cost.ts';
import { coded, dateOf, groupName } from './words.ts';

const PLACEMENT = 'Placement';
const TEMPORARY = 'Temporary';
const LEGAL = 'Legal status';
const REVIEWS = 'Reviews';
const MISSING = 'Missing';

function placementStep({ start, end, group, episodes }: Placement): Step[] {
  const [first] = episodes;
  const from = dateOf(start);
  if (first === undefined || from === undefined) return [];
  const lane = group === 'temporary' ? TEMPORARY : PLACEMENT;
  return [{ lane, label: `${first.place} ${groupName(first)}`, from, to: dateOf(end) }];
}

function stepsOf({ episodes, missing }: ChildRecord): Step[] {
  const legal = legalStatuses(episodes).flatMap(({ code, from, to }): Step[] => {
    const start = dateOf(from);
    if (start === undefined) return [];
    return [{ lane: LEGAL, label: coded('legalStatus', code), from: start, to: dateOf(to) }];
  });
  const gone = missing
    .filter(({ start, end }) => end !== start)
    .map(({ start, end, kind }) => ({
      lane: MISSING,
      label: coded('missing', kind),
      from: start,
      to: end,
    }));
  return [...placementsOf(episodes).flatMap(placementStep), ...legal, ...gone];
}

function eventsOf({ reviews, missing }: ChildRecord): TimelineEvent[] {
  const held = reviews.map(({ date, code }) => ({
    lane: REVIEWS,
    label: coded('reviewCode', code),
    date,
  }));
  const gone = missing
    .filter(({ start, end }) => end === start)
    .map(({ start, kind }) => ({ lane: MISSING, label: coded('missing', kind), date: start }));
  return [...held, ...gone];
}

/** What the timeline shows, in words. */
function description(record: ChildRecord): string {
  const placements = placementsOf(record.episodes).length;
  const things = [
    counted(placements, 'placement'),
    counted(record.reviews.length, 'review'),
    counted(record.missing.length, 'missing episode'),
  ];
  return `${listed(things)}, in the tables below.`;
}

/** The child's care over time, and under it, on the same scale of days, what the packages cost a week. */
export function Timeline(props: {
  readonly record: ChildRecord;
  readonly today: PlainDate;
}): VNode {
  const { record, today } = props;
  const steps = stepsOf(record);
  const events = eventsOf(record);
  const lanes = [PLACEMENT, TEMPORARY, LEGAL, REVIEWS, MISSING].filter(
    (lane) =>
      lane === PLACEMENT ||
      steps.some((s) => s.lane === lane) ||
      events.some((e) => e.lane === lane),
  );
  const timeline = { lanes, steps, events, until: today, width: 1160 };
  const costs = weeklyCostSteps(record.elements, dayNumberOf(today));
  const points = (pence: (step: (typeof costs)[number]) => number) =>
    [...costs, ...costs.slice(-1).map((last) => ({ ...last, from: dayNumberOf(today) }))].flatMap(
      (step) => {
        const date = dateOf(step.from);
        return date === undefined ? [] : [{ date, value: pence(step) }];
      },
    );
  const shared = costs.some(({ grossPence, netPence }) => grossPence !== netPence);
  return (
    <>
      {stepTimeline({
        id: 'care',
        title: 'Placements, legal status and reviews',
        description: description(record),
        ...timeline,
      })}
      {costs.length > 0 &&
        lineChart({
          id: 'weekly-cost',
          title: 'Weekly cost of the packages',
          description: 'What the cost elements in force on each night come to in a week.',
          type: 'money',
          stepped: true,
          under: timelineFrame(timeline),
          series: [
            { label: 'Whole package', points: points(({ grossPence }) => grossPence) },
            ...(shared
              ? [{ label: 'Paid by social care', points: points(({ netPence }) => netPence) }]
              : []),
          ],
        })}
    </>
  );
}
