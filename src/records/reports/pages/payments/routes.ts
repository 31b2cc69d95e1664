import type { Route } from '../../../permissions.ts';
import { listRoutes } from '../../lists/list-routes.ts';
import { paymentsList } from '../../lists/payments-list.ts';
import { PaymentsView } from './view.tsx';

/** The page of the list and its files. */
export function paymentsRoutes(): readonly Route[] {
  return listRoutes(paymentsList, ({ loaded, ...rest }) =>
    PaymentsView({ ...rest, all: loaded.all, paidTo: loaded.paidTo }),
  );
}
