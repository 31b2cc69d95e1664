import type { PagesContext } from '../../../pages-context.ts';
import type { Route } from '../../../permissions.ts';
import { listRoutes } from '../../lists/list-routes.ts';
import { paymentsList } from '../../lists/payments-list.ts';
import { PaymentsView } from './view.tsx';

/** The page of the list and its files. */
export function paymentsRoutes({ settings }: PagesContext): readonly Route[] {
  return listRoutes(paymentsList(settings.matchedWithin), ({ loaded, ...rest }) => {
    const { all, paidTo, within } = loaded;
    return PaymentsView({ ...rest, all, paidTo, within });
  });
}
