import { z } from 'zod';
import { listOf, PAGING } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import {
  LEAVES_OUT,
  pence,
  searchParameter,
  shownPence,
  WEEK_ANSWERED,
  weekAsked,
  weekParameter,
} from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import { budgetsList } from '../lists/budgets-list.tsx';
import { pageOfList } from './lists.ts';

/** Budget against cost, line by line: whole for whoever may see children, else withheld where a line tells of few. */
export function budgetsRoute(smallNumber: SettledValue<number>) {
  const list = budgetsList(smallNumber);
  return apiRoute({
    method: 'GET',
    path: '/budgets',
    permission: 'see placements report',
    audit: exportOf('list of budgets'),
    name: 'listBudgets',
    summary: 'Budget against cost',
    about:
      'Every budget line of the financial year with its cost to the end of the week and for the year. Without the permission “see children” what a line cost is withheld as [c] where it is that of few children.',
    query: z.object({
      weekEnding: weekParameter,
      search: searchParameter('A part of the code or of the description.'),
      ...PAGING,
    }),
    answer: listOf(
      z.object({
        costCentre: z.string().nullable(),
        subjective: z.string().nullable(),
        description: z.string().nullable(),
        annualPence: pence,
        toDatePence: pence,
        costToDatePence: shownPence,
        disputedPence: shownPence.meta({ description: 'Of costToDatePence.' }),
        varianceToDatePence: shownPence,
        outturnPence: shownPence,
        variancePence: shownPence,
      }),
    )
      .extend(LEAVES_OUT)
      .extend(WEEK_ANSWERED),
    handle(request, { weekEnding, search, ...asked }) {
      const values = { 'week-ending': weekAsked(request, weekEnding), search };
      return pageOfList(request, asked, list, values, (line) => ({
        costCentre: line.costCentre,
        subjective: line.subjective,
        description: line.description,
        annualPence: line.annual,
        toDatePence: line.toDate,
        costToDatePence: line.costToDate,
        disputedPence: line.disputed,
        varianceToDatePence: line.varianceToDate,
        outturnPence: line.outturn,
        variancePence: line.variance,
      }));
    },
  });
}
