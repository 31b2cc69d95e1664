import { dateOfDayNumber, type PlainDate } from '../../../core/plain-date.ts';
import type { HeldRoles } from '../../../platform/http/permission.ts';
import type { Route } from '../../../platform/http/route.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';
import { isSearched } from '../report/child-cells.tsx';
import { listOfAWeek, listRoutes } from '../report/list-routes.ts';
import { type Difference, lastDayPaid, paymentDifferences } from './differences.ts';
import { type PaymentsQuery, paymentsQuery } from './schema.ts';
import { loadCommittedAndPaid } from './store.ts';
import { FILE_COLUMNS, FIRST_ORDER, PAYMENTS_TITLE, PaymentsView } from './view.tsx';

interface Loaded {
  readonly all: readonly Difference[];
  /** The last day for which an actual payment is recorded. */
  readonly paidTo: PlainDate | undefined;
  readonly roles: HeldRoles;
}

/** Committed cost against payments for the financial year to the end of the week, child by child. */
export const paymentsList = listOfAWeek<PaymentsQuery, Difference, Loaded>({
  list: 'payments',
  title: PAYMENTS_TITLE,
  permission: 'see children',
  query: paymentsQuery,
  async load({ ground, council, person }, { 'week-ending': weekEnding, days }) {
    const { yearToDate } = weekEndingOn(weekEnding);
    const { elements, payments, pseudonym } = await loadCommittedAndPaid(
      ground,
      council.code,
      weekEnding,
      yearToDate,
    );
    const paidTo = lastDayPaid(payments, yearToDate);
    const to = days === 'paid' && paidTo !== undefined ? paidTo + 1 : yearToDate.to;
    const period = { from: yearToDate.from, to };
    return {
      all: paymentDifferences(elements, payments, period, pseudonym),
      paidTo: paidTo === undefined ? undefined : dateOfDayNumber(paidTo),
      roles: person.roles,
    };
  },
  rows: ({ all, roles }, { state, search }) =>
    all.filter(
      (row) => (state === undefined || row.state === state) && isSearched(roles, search, row),
    ),
  fileColumns: FILE_COLUMNS,
  first: FIRST_ORDER,
  view: ({ request, values, loaded, rows, leavesOut }) =>
    PaymentsView({ request, values, all: loaded.all, paidTo: loaded.paidTo, rows, leavesOut }),
});

/** Its page and its files. */
export function paymentsRoutes(): readonly Route[] {
  return listRoutes(paymentsList);
}
