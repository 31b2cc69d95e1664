import { z } from 'zod';
import { listOf, PAGING } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import {
  LEAVES_OUT,
  pence,
  searchParameter,
  WEEK_ANSWERED,
  weekAsked,
  weekParameter,
} from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import { outturnLinesList } from '../lists/outturn-lines-list.tsx';
import { pageOfList } from './lists.ts';

/** The outturn by budget line: committed, paid, accrued and projected apart. */
export const outturnRoute = apiRoute({
  method: 'GET',
  path: '/outturn',
  permission: 'see children',
  audit: exportOf('list of outturn-lines'),
  name: 'listOutturn',
  summary: 'Outturn by budget line',
  about:
    'Every budget line of the financial year. paidPence, accruedPence and unpaidPence come to costToDatePence; committedPence with disputedLaterPence, knownEndsPence (both nought or below) and pacePence comes to projectedPence.',
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
      costToDatePence: pence,
      disputedPence: pence.meta({ description: 'Of costToDatePence.' }),
      paidPence: pence,
      accrualsPence: pence.meta({ description: 'Of paidPence.' }),
      accruedPence: pence,
      unpaidPence: pence,
      committedPence: pence,
      disputedLaterPence: pence,
      knownEndsPence: pence,
      pacePence: pence,
      projectedPence: pence,
      variancePence: pence,
    }),
  )
    .extend(LEAVES_OUT)
    .extend(WEEK_ANSWERED),
  handle(request, { weekEnding, search, ...asked }) {
    const values = { 'week-ending': weekAsked(request, weekEnding), search };
    return pageOfList(request, asked, outturnLinesList, values, (line) => ({
      costCentre: line.costCentre,
      subjective: line.subjective,
      description: line.description,
      annualPence: line.annual,
      costToDatePence: line.costToDate,
      disputedPence: line.disputed,
      paidPence: line.paid,
      accrualsPence: line.accruals,
      accruedPence: line.accrued,
      unpaidPence: line.unpaid,
      committedPence: line.committed,
      disputedLaterPence: line.disputedLater,
      knownEndsPence: line.knownEnds,
      pacePence: line.pace,
      projectedPence: line.outturn,
      variancePence: line.variance,
    }));
  },
});
