import { dateOfDayNumber } from '../../../core/plain-date.ts';
import type { Route } from '../../../platform/http/route.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';
import { isSearched } from '../report/child-cells.tsx';
import { listRoutes } from '../report/list-routes.ts';
import { paymentDifferences } from './differences.ts';
import { paymentsQuery } from './schema.ts';
import { loadCommittedAndPaid } from './store.ts';
import { FILE_COLUMNS, FIRST_ORDER, PAYMENTS_TITLE, PaymentsView } from './view.tsx';

/** Committed cost against payments for the financial year to the end of the week, child by child. */
export function paymentsRoutes(): readonly Route[] {
  return listRoutes({
    list: 'payments',
    title: PAYMENTS_TITLE,
    query: paymentsQuery,
    async load({ ground, council, person }, { 'week-ending': weekEnding }) {
      const { yearToDate } = weekEndingOn(weekEnding);
      const { elements, payments, pseudonym } = await loadCommittedAndPaid(
        ground,
        council.code,
        weekEnding,
        yearToDate,
      );
      const actual = payments.filter(({ status }) => status === 'actual');
      const paidTo = actual.reduce((last, { periodTo }) => Math.max(last, periodTo), -1);
      return {
        all: paymentDifferences(elements, payments, yearToDate, pseudonym),
        paidTo: paidTo < 0 ? undefined : dateOfDayNumber(paidTo),
        role: person.role,
      };
    },
    rows: ({ all, role }, { state, search }) =>
      all.filter(
        (row) => (state === undefined || row.state === state) && isSearched(role, search, row),
      ),
    fileColumns: FILE_COLUMNS,
    first: FIRST_ORDER,
    view: ({ request, values, loaded, rows }) =>
      PaymentsView({ request, values, all: loaded.all, paidTo: loaded.paidTo, rows }),
  });
}
