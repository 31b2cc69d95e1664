import { dateOfDayNumber } from '../../../core/plain-date.ts';
import type { Route } from '../../../platform/http/route.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';
import { isSearched } from '../report/child-cells.tsx';
import { listOfAWeek, listRoutes } from '../report/list-routes.ts';
import { lastDayPaid, paymentDifferences } from './differences.ts';
import { paymentsQuery } from './schema.ts';
import { loadCommittedAndPaid } from './store.ts';
import { FILE_COLUMNS, FIRST_ORDER, PAYMENTS_TITLE, PaymentsView } from './view.tsx';

/** Committed cost against payments for the financial year to the end of the week, child by child. */
export const paymentsList = listOfAWeek({
  list: 'payments',
  title: PAYMENTS_TITLE,
  query: paymentsQuery,
  async load({ wholeGround: ground, council, person }, { 'week-ending': weekEnding, days }) {
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
  view: ({ request, values, loaded, rows, hidden }) =>
    PaymentsView({ request, values, all: loaded.all, paidTo: loaded.paidTo, rows, hidden }),
});

/** Its page and its files. */
export function paymentsRoutes(): readonly Route[] {
  return listRoutes(paymentsList);
}
