import { z } from 'zod';
import { addressWith } from '../../components/address.ts';
import { redirect } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import { type AnyList, stillHolding } from './kept.ts';
import type { SavedView } from './store.ts';
import { noSuchView } from './view-routes.ts';

/** What the address of a list says about views: to go to one, or that it is no one's; undefined when the list itself is asked for. */
export function viewAsked(of: AnyList, request: PageRequest, views: readonly SavedView[]) {
  const { query } = request;
  const asked = query.get('view');
  const view =
    query.size === 0
      ? views.find(({ isDefault }) => isDefault)
      : views.find(({ viewId }) => viewId === asked);
  if (view !== undefined) {
    const holding = stillHolding(of, request, view.query).query;
    return redirect(addressWith(of.path, holding, { opened: view.viewId }));
  }
  return z.uuid().safeParse(asked).success ? noSuchView() : undefined;
}

/** The query from which a list's links are made: beside a default view, an address without a filter says that no view is meant. */
export function queryBeside(query: URLSearchParams, views: readonly SavedView[]): URLSearchParams {
  if (query.has('opened') || !views.some(({ isDefault }) => isDefault)) return query;
  const beside = new URLSearchParams(query);
  beside.set('view', 'none');
  return beside;
}
