import { z } from 'zod';
import type { Pence } from '../../../core/money.ts';
import { dateOfDayNumber, type PlainDate } from '../../../core/plain-date.ts';
import type { TabularColumn } from '../../../platform/downloads/tabular-data.ts';
import type { HeldRoles } from '../../../platform/permission/roles.ts';
import type { InForce } from '../../../platform/settings/changes.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import { loadCommittedAndPaid } from '../load-committed-and-paid.ts';
import {
  type Difference,
  lastDayPaid,
  PAYMENT_STATES,
  paymentDifferences,
} from '../payment-differences.ts';
import { weekEndingField } from '../week-ending.ts';
import { weekEndingOn } from '../weekly-report/week.ts';
import { isSearched, PSEUDONYM_COLUMN } from './child-cells.tsx';
import { listOfAWeek } from './list-of-a-week.ts';
import { optionalText } from './optional-text.ts';
import type { FirstOrder } from './row-list.tsx';

/** The query of the payments: to the end of which week or, within it, of the days paid; which state, which child. An unknown state is all of them. */
export function paymentsQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    state: z.enum(PAYMENT_STATES).optional().catch(undefined),
    days: z.enum(['week', 'paid']).catch('week'),
    search: optionalText,
  });
}

/** What the query of the payments says. */
export type PaymentsQuery = z.output<ReturnType<typeof paymentsQuery>>;

/** The title and heading of the payments. */
export const PAYMENTS_TITLE = 'Committed cost against payments';

/** The largest differences first, whichever way they are. */
export const FIRST_ORDER: FirstOrder = { key: 'size', order: 'descending' };

/** The columns of the page beside those that say which child. */
export const COLUMNS: readonly TabularColumn[] = [
  { key: 'state', heading: 'State', type: 'text' },
  { key: 'committed', heading: 'Committed', type: 'money' },
  { key: 'paid', heading: 'Paid', type: 'money' },
  { key: 'accruals', heading: 'Of it accruals', type: 'money' },
  { key: 'commitments', heading: 'Commitment lines', type: 'money' },
  { key: 'difference', heading: 'Difference', type: 'money' },
];

/** The columns of the file. */
const FILE_COLUMNS: readonly TabularColumn[] = [PSEUDONYM_COLUMN, ...COLUMNS];

interface Loaded {
  readonly all: readonly Difference[];
  /** The last day for which an actual payment is recorded. */
  readonly paidTo: PlainDate | undefined;
  /** How near counts as matched. */
  readonly within: InForce<Pence>;
  readonly roles: HeldRoles;
}

/** Committed cost against payments for the financial year to the end of the week, child by child. */
export const paymentsList = (matchedWithin: SettledValue<Pence>) =>
  listOfAWeek<PaymentsQuery, Difference, Loaded>({
    list: 'payments',
    title: PAYMENTS_TITLE,
    permission: 'see children',
    query: paymentsQuery,
    async load(request, { 'week-ending': weekEnding, days }) {
      const { ground, council, person } = request;
      const within = await matchedWithin(request, weekEnding);
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
        all: paymentDifferences(elements, payments, period, pseudonym, within.value),
        within,
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
  });
