import { childrenFigures } from './children-figures.ts';
import { factsByChild, type PlacementFacts } from './facts.ts';
import { highCostPackages } from './high-cost.ts';
import { movementFigures } from './movement-figures.ts';
import { packageChanges } from './package-changes.ts';
import { type Package, packagesOf } from './packages.ts';
import { NOTHING_SAID, notWholeOf, type RecordsBegin } from './records-begin.ts';
import { RESTRICTED_LEFT_OUT, type WeeklyReport } from './report.ts';
import { reportFindings } from './report-findings.ts';
import { spendFigures } from './spend-figures.ts';
import type { Week } from './week.ts';
import { notOverInWords } from './week-in-words.ts';

/** How the council's own figures are marked. */
const WORKING_MARKING = 'Working figures, not for publication';

/** For whom the report is, and under what names it may speak of children. */
export interface ReportReader {
  readonly authority: { readonly code: string; readonly name: string };
  /** The name of a child's package, which does not tell who the child is. */
  pseudonym(childId: string): string;
  /** Whether the facts leave out restricted children. */
  readonly leavesOut?: boolean;
  /** From when on records are held; nothing is said of that where it is not given. */
  readonly begin?: RecordsBegin | undefined;
}

/** The placement report of the week, as far as it is counted. Days of the facts are as now known, whenever the week was. */
export function weeklyReport(
  facts: PlacementFacts,
  week: Week,
  reader: ReportReader,
): WeeklyReport {
  const byChild = factsByChild(facts);
  const packages: Package[] = [];
  for (const ofChild of byChild) packages.push(...packagesOf(ofChild, week));
  const pseudonym = (childId: string) => reader.pseudonym(childId);
  const { authority, begin, leavesOut = false } = reader;
  const notWhole = begin === undefined ? NOTHING_SAID : notWholeOf(begin, week);
  const { weekEnding, countsTo } = week;
  const markings = [
    notOverInWords(week),
    WORKING_MARKING,
    notWhole.children,
    notWhole.yearCosts,
    leavesOut ? RESTRICTED_LEFT_OUT : undefined,
  ];
  return {
    authority,
    weekEnding,
    countsTo,
    working: true,
    marking: markings.filter((each) => each !== undefined).join('. '),
    notWhole,
    leavesOut,
    children: childrenFigures(byChild, facts.gone, week.lastNight),
    movement: movementFigures(byChild, week),
    spend: spendFigures(byChild, facts.budgets, week, facts.pace),
    highCost: highCostPackages(packages, week, pseudonym),
    changes: packageChanges(packages, pseudonym),
    findings: reportFindings(byChild, week, pseudonym),
  };
}
