import { z } from 'zod';
import { shownUnless } from '../../core/disclosure.ts';
import { apiRoute } from '../../platform/http/api/api-route.ts';
import { listOf, PAGING } from '../../platform/http/api/paging.ts';
import { exportOf } from '../../platform/http/audit-event.ts';
import { mayDo } from '../../platform/http/permission.ts';
import { budgetsList } from '../pages/budgets/routes.ts';
import { pence, searchParameter, shownPence, weekAsked, weekParameter } from './fields.ts';
import { pageOfList } from './lists.ts';

/** Budget against cost, line by line. What a line has cost may be what one child has: it is whole for whoever may see children, else withheld. */
export const budgetsRoute = apiRoute({
  method: 'GET',
  path: '/budgets',
  permission: 'see placements report',
  audit: exportOf('list of budgets'),
  name: 'listBudgets',
  summary: 'Budget against cost',
  about:
    'Every budget line of the financial year with its cost to the end of the week and for the year. Without the permission “see children” costs are withheld as [c], for a line may hold the cost of one child.',
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
      varianceToDatePence: shownPence,
      outturnPence: shownPence,
      variancePence: shownPence,
    }),
  ),
  handle(request, { weekEnding, search, ...asked }) {
    const values = { 'week-ending': weekAsked(request, weekEnding), search };
    const whole = mayDo(request.person.roles, 'see children');
    return pageOfList(request, asked, budgetsList, values, (line) => ({
      costCentre: line.costCentre,
      subjective: line.subjective,
      description: line.description,
      annualPence: line.annual,
      toDatePence: line.toDate,
      costToDatePence: shownUnless(!whole, line.costToDate),
      varianceToDatePence: shownUnless(!whole, line.varianceToDate),
      outturnPence: shownUnless(!whole, line.outturn),
      variancePence: shownUnless(!whole, line.variance),
    }));
  },
});
