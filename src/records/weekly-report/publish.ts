import {
  countsToHide,
  type Hidden,
  isSmall,
  shownUnless,
  USUAL_THRESHOLD,
} from '../../core/disclosure.ts';
import { type Pence, penceOf } from '../../core/money.ts';
import { PLACEMENT_GROUPS } from '../codes/placement-group.ts';
import { eachGroup } from './children-figures.ts';
import { publishedSpend } from './publish-spend.ts';
import {
  type ChangeKind,
  type ChildrenFigures,
  type MovementFigures,
  type PublishedReport,
  RESTRICTED_LEFT_OUT,
  type WeeklyReport,
  type WithheldTotals,
} from './report.ts';

/** How the report for others is marked. */
const PUBLISHED_MARKING = 'Small numbers are withheld and shown as [c]';

type Count = number | Hidden;

function publishedChildren(
  children: ChildrenFigures<number>,
  threshold: number,
): ChildrenFigures<Count> {
  const { byGroup, ...single } = children;
  const { total, outOfArea, over20MilesAndOut, aged16plus, uasc } = single;
  const counts = new Map<string, number>(Object.entries({ ...single, ...byGroup }));
  counts.set('nearerAndOut', outOfArea - over20MilesAndOut);
  counts.set('under16OrUnknown', total - aged16plus);
  counts.set('notUasc', total - uasc);
  const hidden = countsToHide(
    {
      counts,
      partitions: [
        { total: 'total', parts: PLACEMENT_GROUPS },
        { total: 'total', parts: ['inArea', 'outOfArea', 'areaUnknown'] },
        { total: 'outOfArea', parts: ['over20MilesAndOut', 'nearerAndOut'] },
        { total: 'total', parts: ['aged16plus', 'under16OrUnknown'] },
        { total: 'total', parts: ['uasc', 'notUasc'] },
      ],
      unpublished: new Set(['nearerAndOut', 'under16OrUnknown', 'notUasc']),
    },
    threshold,
  );
  const shown = (name: keyof typeof single) => shownUnless(hidden.has(name), single[name]);
  return {
    total: shown('total'),
    byGroup: eachGroup((group) => shownUnless(hidden.has(group), byGroup[group])),
    inArea: shown('inArea'),
    outOfArea: shown('outOfArea'),
    areaUnknown: shown('areaUnknown'),
    over20MilesAndOut: shown('over20MilesAndOut'),
    aged16plus: shown('aged16plus'),
    uasc: shown('uasc'),
    shortBreaks: shown('shortBreaks'),
  };
}

function publishedMovement(
  { starts, ends, placementMoves, unplannedMoves }: MovementFigures<number>,
  threshold: number,
): MovementFigures<Count> {
  const hidden = countsToHide(
    {
      counts: new Map(
        Object.entries({ placementMoves, unplannedMoves, others: placementMoves - unplannedMoves }),
      ),
      partitions: [{ total: 'placementMoves', parts: ['unplannedMoves', 'others'] }],
      unpublished: new Set(['others']),
    },
    threshold,
  );
  return {
    starts: shownUnless(isSmall(starts, threshold), starts),
    ends: shownUnless(isSmall(ends, threshold), ends),
    placementMoves: shownUnless(hidden.has('placementMoves'), placementMoves),
    unplannedMoves: shownUnless(hidden.has('unplannedMoves'), unplannedMoves),
  };
}

/** Counts of different children and sums of money over the rows of a list, of which fewer than the threshold tell of one child each. */
function withheldTotals(
  { highCost, changes }: WeeklyReport,
  threshold: number,
): WithheldTotals<Count, Pence | Hidden> {
  const children = (rows: readonly { readonly package: string }[]) =>
    new Set(rows.map((row) => row.package)).size;
  const ofKind = (kind: ChangeKind) => {
    const rows = changes.filter((change) => change.kind === kind);
    return shownUnless(isSmall(children(rows), threshold), rows.length);
  };
  const weekly = highCost.reduce((sum, { weeklyPence }) => sum + weeklyPence, 0);
  const difference = changes.reduce((sum, { differencePence }) => sum + differencePence, 0);
  const fewHighCost = isSmall(children(highCost), threshold);
  const fewChanged = isSmall(children(changes), threshold);
  return {
    highCostPackages: shownUnless(fewHighCost, highCost.length),
    highCostWeeklyPence: shownUnless(fewHighCost, penceOf(weekly)),
    changes: {
      started: ofKind('started'),
      ended: ofKind('ended'),
      changed: ofKind('changed'),
    },
    changesDifferencePence: shownUnless(fewChanged, penceOf(difference)),
  };
}

/**
 * The report for others, by the usual rules of disclosure control: counts of 1 to below the
 * threshold withheld, as many more as it takes that no sum gives one away, money and nights with
 * the counts they belong to, and no row about one child. Within one report; what two weeks'
 * reports tell together is for whoever publishes both.
 */
export function publish(report: WeeklyReport, threshold = USUAL_THRESHOLD): PublishedReport {
  const children = publishedChildren(report.children, threshold);
  const { leavesOut } = report;
  return {
    authority: report.authority,
    weekEnding: report.weekEnding,
    working: false,
    marking: leavesOut ? `${PUBLISHED_MARKING}. ${RESTRICTED_LEFT_OUT}` : PUBLISHED_MARKING,
    auditNote: report.auditNote,
    leavesOut,
    children,
    movement: publishedMovement(report.movement, threshold),
    spend: publishedSpend(report.spend, children, threshold),
    highCost: [],
    changes: [],
    findings: [],
    withheld: withheldTotals(report, threshold),
  };
}
