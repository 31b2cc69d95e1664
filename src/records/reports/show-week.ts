import type { ReadingRequest } from '../../platform/http/route.ts';
import type { HeldRoles } from '../../platform/permission/roles.ts';
import type { InForce } from '../../platform/settings/changes.ts';
import type { SettledValue } from '../../platform/settings/settled-value.ts';
import { mayDo } from '../permissions.ts';
import { seenByNobodyNamed } from '../restrictions/seen-by.ts';
import type { ShownReport } from './document/report-body.tsx';
import type { ReportOfWeek } from './load-week.ts';
import type { ReportMemory } from './report-memory.ts';
import { publish } from './weekly-report/publish.ts';
import type { PublishedReport, WeeklyReport } from './weekly-report/report.ts';
import type { Week } from './weekly-report/week.ts';

/** What was published of a report that is remembered, by the small number and its standing: many readers ask for the same. */
const published = new WeakMap<WeeklyReport, Map<string, PublishedReport>>();

function publishedOnce(
  report: WeeklyReport,
  { confirmed, value }: Pick<InForce, 'confirmed' | 'value'>,
): PublishedReport {
  const before = published.get(report) ?? new Map<string, PublishedReport>();
  published.set(report, before);
  const key = `${value} ${confirmed ? 'confirmed' : 'not confirmed'}`;
  const made = before.get(key) ?? publish(report, value, confirmed);
  before.set(key, made);
  return made;
}

/** The week as the council's own working figures or, for others, with small numbers withheld. */
export function showWeek(
  { report, trend, trendNotWhole, annualBudgetPence }: ReportOfWeek,
  /** The small number as it counts today; undefined for working figures. */
  withheldBelow: InForce | undefined,
): ShownReport {
  if (withheldBelow === undefined) return { report, trend, trendNotWhole, annualBudgetPence };
  const shown = publishedOnce(report, withheldBelow);
  return { report: shown, trend: [], trendNotWhole, annualBudgetPence };
}

/** Working figures are whole, and stand beside the rows they are made of: they are for whoever may see those. */
export function seesWorkingFigures(roles: HeldRoles): boolean {
  return mayDo(roles, 'see children');
}

/**
 * The week in the form that this reader gets: working figures, made from the very rows that the
 * reader may see, or the published form, which is the same for everybody and holds no restricted child.
 */
export async function weekForReader(
  request: ReadingRequest,
  memory: ReportMemory,
  asked: {
    readonly week: Week;
    readonly publish: boolean;
    readonly smallNumber: SettledValue<number>;
  },
): Promise<{ readonly shown: ShownReport; readonly week: ReportOfWeek }> {
  const { council, ground, person, wholeGround } = request;
  const forOthers = asked.publish || !seesWorkingFigures(person.roles);
  const seen = forOthers ? seenByNobodyNamed(wholeGround) : ground;
  const week = await memory.of(seen, council, asked.week);
  // What is shown today is withheld by what counts today, of whatever week it tells.
  const withheldBelow = forOthers ? await asked.smallNumber(request, request.today) : undefined;
  return { week, shown: showWeek(week, withheldBelow) };
}
