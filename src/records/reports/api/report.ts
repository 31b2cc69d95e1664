import { z } from 'zod';
import { exportOf } from '../../../platform/http/audit-event.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import {
  costGroup,
  day,
  pence,
  shownCount,
  shownPence,
  WEEK_ANSWERED,
  weekAsked,
  weekParameter,
} from '../../api/fields.ts';
import { PLACEMENT_GROUPS } from '../../codes/placement-group.ts';
import { SEVERITIES } from '../../model.ts';
import { apiRoute } from '../../permissions.ts';
import type { ReportMemory } from '../report-memory.ts';
import { weekForReader } from '../show-week.ts';
import { reportJson } from '../weekly-report/as-json.ts';

const children = z.object({
  total: shownCount,
  byGroup: z.object(
    Object.fromEntries(PLACEMENT_GROUPS.map((group) => [group, shownCount])) as Record<
      (typeof PLACEMENT_GROUPS)[number],
      typeof shownCount
    >,
  ),
  inArea: shownCount,
  outOfArea: shownCount,
  areaUnknown: shownCount,
  over20MilesAndOut: shownCount,
  aged16plus: shownCount,
  uasc: shownCount,
  leftOut: shownCount.meta({
    description:
      'Children in no other count, whom an older return left open and the newest does not name.',
  }),
});

const spend = z.object({
  weekPence: shownPence,
  yearToDatePence: shownPence,
  budgetToDatePence: shownPence,
  projectedOutturnPence: shownPence,
  netOfContributionsPence: shownPence,
  committedPence: shownPence.meta({
    description:
      'What is recorded for the whole year, known ends or not; projectedOutturnPence takes them off.',
  }),
  disputedWeekPence: shownPence.meta({
    description: 'Of weekPence: after a placement ended, or without one.',
  }),
  disputedYearToDatePence: shownPence.meta({ description: 'Of yearToDatePence.' }),
  byGroup: z.array(
    z.object({
      group: costGroup,
      nights: shownCount,
      weekPence: shownPence,
      averageWeeklyPence: shownPence.nullable(),
    }),
  ),
});

const answer = z.object({
  authority: z.object({ code: z.string(), name: z.string() }),
  ...WEEK_ANSWERED,
  marking: z.string().meta({ description: 'To be shown wherever the figures are.' }),
  auditNote: z.object({ entry: z.int(), hash: z.string() }).optional().meta({
    description:
      'The last entry of the audit trail when the report was made; kept elsewhere, it proves later that the trail up to there was not replaced.',
  }),
  children,
  movement: z.object({
    atStart: shownCount.meta({
      description:
        'Looked after on the night before. With starts and joinedWithoutStart, less ends and leftWithoutEnd, it is children.total.',
    }),
    starts: shownCount,
    ends: shownCount,
    joinedWithoutStart: shownCount,
    leftWithoutEnd: shownCount,
    placementMoves: shownCount,
    unplannedMoves: shownCount,
  }),
  spend,
  highCost: z.array(
    z.object({
      package: z.string(),
      group: costGroup,
      placementStart: day,
      weeklyPence: pence,
      contributionsWeeklyPence: pence,
      provider: z.string().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      package: z.string(),
      kind: z.enum(['started', 'ended', 'changed']),
      date: day,
      group: costGroup,
      weeklyBeforePence: pence,
      weeklyAfterPence: pence,
      differencePence: pence,
    }),
  ),
  findings: z.array(
    z.object({
      severity: z.enum(SEVERITIES),
      rule: z.string(),
      count: z.int(),
      example: z.string(),
    }),
  ),
  withheld: z
    .object({
      highCostPackages: shownCount,
      highCostWeeklyPence: shownPence,
      changes: z.object({ started: shownCount, ended: shownCount, changed: shownCount }),
      changesDifferencePence: shownPence,
    })
    .optional()
    .meta({ description: 'In the form for publication: totals of the lists left out.' }),
});

/** The weekly report: whole for whoever may see children, else in the form for publication. */
export function reportRoute(smallNumber: SettledValue<number>, memory: ReportMemory) {
  return apiRoute({
    method: 'GET',
    path: '/reports/placements',
    permission: 'see placements report',
    audit: exportOf('weekly report'),
    name: 'readPlacementsReport',
    summary: 'The weekly placements report',
    about:
      'The figures of a week. Without the permission “see children” they come in the form for publication: small numbers withheld as [c], and no row about one child.',
    query: z.object({
      weekEnding: weekParameter,
      publish: z
        .enum(['yes', 'no'], 'Allowed is yes or no.')
        .prefault('no')
        .meta({ description: 'Whether to give the form for publication to whoever may see more.' }),
    }),
    answer,
    async handle(request, { weekEnding, publish }) {
      const asked = {
        week: weekAsked(request, weekEnding),
        publish: publish === 'yes',
        smallNumber,
      };
      const { shown } = await weekForReader(request, memory, asked);
      return reportJson(shown.report) as z.input<typeof answer>;
    },
  });
}
