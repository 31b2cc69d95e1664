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
import { EXPLAINED, PAYMENT_STATES } from '../payment-differences.ts';
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
      'Child by child, what was committed from 1 April to the end of the week, what of it is due and what awaits payment, and what was paid. The difference is paid less due.',
    query: z.object({
      weekEnding: weekParameter,
      state: z.enum(PAYMENT_STATES).optional().meta({ description: 'Only those that stand so.' }),
      explained: z.enum(EXPLAINED).optional().meta({
        description: 'Only differences that are explained whole, or that are not.',
      }),
      days: z.enum(['paid', 'week']).prefault('paid').meta({
        description:
          'Which nights count as due: as each supplier’s run has paid or should have, which is usual (paid), or every night to the end of the week (week).',
      }),
      search: searchParameter('A part of the pseudonym.'),
      ...PAGING,
    }),
    answer: listOf(
      z.object({
        ...CHILD_FIELDS,
        state: z.enum(PAYMENT_STATES),
        committedPence: pence,
        duePence: pence,
        awaitingPence: pence,
        paidPence: pence,
        accrualsPence: pence,
        commitmentsPence: pence,
        differencePence: pence,
        explanation: z.string().nullable().meta({
          description: 'What explains the difference, in words; null where it counts as none.',
        }),
        explained: z.enum(EXPLAINED).nullable(),
      }),
    ).extend({
      ...LEAVES_OUT,
      ...WEEK_ANSWERED,
      matchedWithin: z.object({ pence, confirmed: z.boolean() }).meta({
        description:
          'How near what was paid must come to count as matched, and whether the council has confirmed it.',
      }),
    }),
    async handle(request, { weekEnding, state, explained, days, search, ...asked }) {
      const week = weekAsked(request, weekEnding);
      const within = await matchedWithin(request, week.countsTo);
      const values = { 'week-ending': week, state, explained, days, search };
      const answer = await pageOfList(request, asked, list, values, (row) => ({
        package: row.package,
        childId: shownChildId(request.person, row.childId),
        state: row.state,
        committedPence: row.committed,
        duePence: row.due,
        awaitingPence: row.awaiting,
        paidPence: row.paid,
        accrualsPence: row.accruals,
        commitmentsPence: row.commitments,
        differencePence: row.difference,
        explanation: row.explanation,
        explained: row.explained,
      }));
      return { ...answer, matchedWithin: { pence: within.value, confirmed: within.confirmed } };
    },
  });
}
