import {
  countsToHide,
  type Hidden,
  isSmall,
  shownUnless,
  USUAL_THRESHOLD,
} from '../../../core/disclosure.ts';
import { type Pence, penceOf } from '../../../core/money.ts';
import { PLACEMENT_GROUPS } from '../../codes/placement-group.ts';
import { eachGroup } from './children-figures.ts';
import { publishedSpend } from './publish-spend.ts';
import { notWholeForOthers } from './records-begin.ts';
import {
  type ChangeKind,
  type PublishedReport,
  RESTRICTED_LEFT_OUT,
  type WeeklyReport,
  type WithheldTotals,
} from './report.ts';
import { notOverInWords } from './week-in-words.ts';

/** How the report for others is marked; in each of its forms, so that none is read without the threshold it was made with. */
function publishedMarking(threshold: number, confirmed: boolean): string {
  const small = threshold === 2 ? '1' : `1 to ${threshold - 1}`;
  const doubt = confirmed ? '' : ', a threshold that is not confirmed';
  return `Small numbers are withheld and shown as [c]: counts of ${small}${doubt}`;
}

type Count = number | Hidden;

/** Children and movement together, for the children at the start and the end of the week, and who came and went between, are linked by a sum. */
function publishedActivity(
  { children, movement }: Pick<WeeklyReport, 'children' | 'movement'>,
  threshold: number,
): Pick<PublishedReport, 'children' | 'movement'> {
  const { byGroup, ...single } = children;
  const { total, outOfArea, over20MilesAndOut, aged16plus, uasc } = single;
  const { starts, ends, joinedWithoutStart, leftWithoutEnd } = movement;
  const all = { ...single, ...movement, ...byGroup };
  const between = {
    nearerAndOut: outOfArea - over20MilesAndOut,
    under16OrUnknown: total - aged16plus,
    notUasc: total - uasc,
    otherMoves: movement.placementMoves - movement.unplannedMoves,
    everybody: total + ends + leftWithoutEnd,
  };
  // Of figures that go with a small one, that of the week before is missed least.
  const few = [starts, ends, joinedWithoutStart, leftWithoutEnd].some((count) =>
    isSmall(count, threshold),
  );
  const hidden = countsToHide(
    {
      counts: new Map(Object.entries({ ...all, ...between })),
      partitions: [
        { total: 'total', parts: PLACEMENT_GROUPS },
        { total: 'total', parts: ['inArea', 'outOfArea', 'areaUnknown'] },
        { total: 'outOfArea', parts: ['over20MilesAndOut', 'nearerAndOut'] },
        { total: 'total', parts: ['aged16plus', 'under16OrUnknown'] },
        { total: 'total', parts: ['uasc', 'notUasc'] },
        { total: 'placementMoves', parts: ['unplannedMoves', 'otherMoves'] },
        { total: 'everybody', parts: ['total', 'ends', 'leftWithoutEnd'] },
        { total: 'everybody', parts: ['atStart', 'starts', 'joinedWithoutStart'] },
      ],
      unpublished: new Set(Object.keys(between)),
      withheld: new Set(few ? ['atStart'] : []),
    },
    threshold,
  );
  const shown = (name: keyof typeof all) => shownUnless(hidden.has(name), all[name]);
  return {
    children: {
      total: shown('total'),
      byGroup: eachGroup(shown),
      inArea: shown('inArea'),
      outOfArea: shown('outOfArea'),
      areaUnknown: shown('areaUnknown'),
      over20MilesAndOut: shown('over20MilesAndOut'),
      aged16plus: shown('aged16plus'),
      uasc: shown('uasc'),
      shortBreaks: shown('shortBreaks'),
      leftOut: shown('leftOut'),
    },
    movement: {
      atStart: shown('atStart'),
      starts: shown('starts'),
      ends: shown('ends'),
      joinedWithoutStart: shown('joinedWithoutStart'),
      leftWithoutEnd: shown('leftWithoutEnd'),
      placementMoves: shown('placementMoves'),
      unplannedMoves: shown('unplannedMoves'),
    },
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
 * reports tell together is for whoever publishes both. The marking says the threshold, and whether
 * it is confirmed.
 */
export function publish(
  report: WeeklyReport,
  threshold = USUAL_THRESHOLD,
  confirmed = true,
): PublishedReport {
  const { children, movement } = publishedActivity(report, threshold);
  const { leavesOut } = report;
  const notWhole = notWholeForOthers(report.notWhole);
  const markings = [
    notOverInWords(report),
    publishedMarking(threshold, confirmed),
    notWhole.children,
    notWhole.yearCosts,
    leavesOut ? RESTRICTED_LEFT_OUT : undefined,
  ];
  return {
    authority: report.authority,
    weekEnding: report.weekEnding,
    countsTo: report.countsTo,
    working: false,
    marking: markings.filter((each) => each !== undefined).join('. '),
    thresholdConfirmed: confirmed,
    auditNote: report.auditNote,
    notWhole,
    leavesOut,
    children,
    movement,
    spend: publishedSpend(report.spend, children, threshold),
    highCost: [],
    changes: [],
    findings: [],
    withheld: withheldTotals(report, threshold),
  };
}
