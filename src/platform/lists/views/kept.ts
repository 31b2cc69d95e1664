import type { ReadingRequest } from '../../http/route.ts';
import type { Filters } from '../filters.tsx';
import type { List, Loaded } from '../list.ts';
import { actingFilters, readFilters, sortingOf } from '../list-query.ts';

/** Any list, for what is the same of all. */
export type AnyList = List<string, Filters, Loaded<unknown>>;

type Asking = ReadingRequest;

/** What a view of a list keeps of a query, and what it does not. */
export interface Kept {
  /** Filters and order alone, each as the list writes it. */
  readonly query: URLSearchParams;
  /** The same in words. */
  readonly words: readonly string[];
  /** The filters that may name or identify somebody, in words. */
  readonly leftOut: readonly string[];
}

/** A list as a type that forgets what its rows are. */
export function anyList<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
): AnyList {
  return of as unknown as AnyList;
}

function orderKept(of: AnyList, request: Asking, values: Readonly<Record<string, unknown>>) {
  const { key, order } = sortingOf(of, request, values);
  if (request.query.get('sort') !== key) return undefined;
  const columns = typeof of.columns === 'function' ? of.columns(request, values) : of.columns;
  const heading = columns.find((column) => column.key === key)?.heading ?? key;
  return { key, order, words: `Sorted by ${heading.toLowerCase()}, ${order}` };
}

/**
 * What a view keeps of the request's query: filters that act and the order, as the list's own filters
 * read them. Not its page, not what the list is of, and nothing that may name or identify somebody.
 * Undefined where the filters cannot be read.
 */
export function keptOf(of: AnyList, request: Asking): Kept | undefined {
  const check = readFilters(of.filters, request);
  if (!check.ok) return undefined;
  const acting = actingFilters(of, request.query, check.values, undefined);
  const kept = acting.filter(({ personal }) => !personal);
  const query = new URLSearchParams();
  for (const { name } of kept) {
    query.set(name, of.filters[name]?.address(check.values[name] as NonNullable<unknown>) ?? '');
  }
  const order = orderKept(of, request, check.values);
  if (order !== undefined) {
    query.set('sort', order.key);
    query.set('order', order.order);
  }
  return {
    query,
    words: [...kept.map(({ text }) => text), ...(order === undefined ? [] : [order.words])],
    leftOut: acting.filter(({ personal }) => personal).map(({ text }) => text),
  };
}

/** What of a stored view still holds, and what does not any more, as it stood in the address. */
export interface StillHolds {
  readonly query: URLSearchParams;
  readonly dropped: readonly string[];
}

/** Reads a stored view again by the list as it is now: filters may have gone, or read otherwise. */
export function stillHolding(of: AnyList, request: Asking, stored: string): StillHolds {
  const query = new URLSearchParams();
  const dropped: string[] = [];
  const given = new URLSearchParams(stored);
  for (const [name, value] of given) {
    if (name === 'sort' || name === 'order') continue;
    const filter = Object.hasOwn(of.filters, name) ? of.filters[name] : undefined;
    const holds =
      filter !== undefined &&
      filter.personal !== true &&
      filter.schema(request.today).safeParse(value).success;
    if (holds) query.append(name, value);
    else dropped.push(`${name}: ${value}`);
  }
  const sort = given.get('sort');
  if (sort === null) return { query, dropped };
  const asking = { ...request, query: new URLSearchParams([...query, ['sort', sort]]) };
  const check = readFilters(of.filters, asking);
  if (check.ok && sortingOf(of, asking, check.values).key === sort) {
    query.set('sort', sort);
    query.set('order', given.get('order') === 'descending' ? 'descending' : 'ascending');
  } else {
    dropped.push(`sort: ${sort}`);
  }
  return { query, dropped };
}

/** Whether two queries ask the same, in whatever order. */
export function asksTheSame(one: URLSearchParams, other: URLSearchParams): boolean {
  const sorted = (query: URLSearchParams) => [...query].map((pair) => pair.join('=')).sort();
  return sorted(one).join('&') === sorted(other).join('&');
}
