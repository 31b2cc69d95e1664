import { z } from 'zod';
import type { Pence } from '../../../core/money.ts';
import { listOf, PAGING } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import {
  CHILD_FIELDS,
  LEAVES_OUT,
  pence,
  searchParameter,
  shownChildId,
  WEEK_ANSWERED,
  weekAsked,
  weekParameter,
} from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import { paymentsList } from '../lists/payments-list.tsx';
import { PAYMENT_STATES } from '../payment-differences.ts';
import { pageOfList } from './lists.ts';

/** Committed cost against payments of the year to the end of a week. */
export function paymentsRoute(matchedWithin: SettledValue<Pence>) {
  const list = paymentsList(matchedWithin);
  return apiRoute({
    method: 'GET',
    path: '/payments',
    permission: 'see children',
    audit: exportOf('list of payments'),
    name: 'listPayments',
    summary: 'Committed cost against payments',
    about:
      'Child by child, what was committed and what was paid from 1 April to the end of the week.',
    query: z.object({
      weekEnding: weekParameter,
      state: z.enum(PAYMENT_STATES).optional().meta({ description: 'Only those that stand so.' }),
      days: z.enum(['week', 'paid']).prefault('week').meta({
        description: 'To the end of the week, which is usual, or to the last day paid for.',
      }),
      search: searchParameter('A part of the pseudonym.'),
      ...PAGING,
    }),
    answer: listOf(
      z.object({
        ...CHILD_FIELDS,
        state: z.enum(PAYMENT_STATES),
        committedPence: pence,
        paidPence: pence,
        accrualsPence: pence,
        commitmentsPence: pence,
        differencePence: pence,
      }),
    ).extend({
      ...LEAVES_OUT,
      ...WEEK_ANSWERED,
      matchedWithin: z.object({ pence, confirmed: z.boolean() }).meta({
        description:
          'How near what was paid must come to count as matched, and whether the council has confirmed it.',
      }),
    }),
    async handle(request, { weekEnding, state, days, search, ...asked }) {
      const week = weekAsked(request, weekEnding);
      const within = await matchedWithin(request, week.countsTo);
      const values = { 'week-ending': week, state, days, search };
      const answer = await pageOfList(request, asked, list, values, (row) => ({
        package: row.package,
        childId: shownChildId(request.person, row.childId),
        state: row.state,
        committedPence: row.committed,
        paidPence: row.paid,
        accrualsPence: row.accruals,
        commitmentsPence: row.commitments,
        differencePence: row.difference,
      }));
      return { ...answer, matchedWithin: { pence: within.value, confirmed: within.confirmed } };
    },
  });
}
