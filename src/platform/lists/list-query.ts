import { z } from 'zod';
import { addressWith } from '../components/address.ts';
import type { Choice } from '../components/choices.tsx';
import { type Sorting, sortingFrom } from '../components/sortable-heading.tsx';
import { checkForm, type FormCheck, fieldsOf } from '../http/form.ts';
import type { ReadingRequest } from '../http/route.ts';
import type { Filters, ValuesOf } from './filters.tsx';
import type { Asked, List, ListColumn, Loaded } from './list.ts';

/** How many rows stand on one page of a list. */
const PAGE_SIZE = 50;

/** A filter that acts, in words, with the address of the list without it. */
export interface ActingFilter {
  readonly name: string;
  readonly text: string;
  readonly without: string;
  readonly personal: boolean;
}

/** Reads the filters of a list from a query; everything that is wrong with them at once. */
export function readFilters<F extends Filters>(
  filters: F,
  { query, today }: Pick<ReadingRequest, 'query' | 'today'>,
): FormCheck<ValuesOf<F>> {
  const fields = Object.entries(filters).map(([name, filter]) => [name, filter.schema(today)]);
  const schema = z.object(Object.fromEntries(fields) as Record<string, z.ZodType>);
  return checkForm(schema, fieldsOf(query)) as unknown as FormCheck<ValuesOf<F>>;
}

/** The columns of a list for a reader. */
export function columnsOf<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: ReadingRequest,
  values: ValuesOf<F>,
): readonly ListColumn<Found['rows'][number], ValuesOf<F>, Found>[] {
  return typeof of.columns === 'function' ? of.columns(request, values) : of.columns;
}

/** A value of a column as a reader has it: a code of a column that has words for it, in words. */
export function valueInWords<Value>(
  { words }: Pick<ListColumn<never, never, never>, 'words'>,
  value: Value,
): Value | string {
  return words !== undefined && typeof value === 'string' ? words(value) : value;
}

/** The order that a query asks for, among the columns that sort; else that in which the list opens. */
export function sortingOf<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: ReadingRequest,
  values: ValuesOf<F>,
): Sorting {
  const sorting = columnsOf(of, request, values).filter(({ sortable = true }) => sortable);
  const keys = sorting.map(({ key }) => key);
  return sortingFrom(of.path, request.query, keys, of.first);
}

/** The page that the query asks for, from 1; the first where it asks for none that can be. */
export function pageAsked(query: URLSearchParams): number {
  const asked = Number(query.get('page') ?? 1);
  return Number.isSafeInteger(asked) && asked >= 1 ? Math.min(asked, 1_000_000) : 1;
}

/** Loads the page that is asked for; the last one where it lies beyond. */
export async function loadPage<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: ReadingRequest,
  values: ValuesOf<F>,
): Promise<{ readonly loaded: Found; readonly asked: Asked<ValuesOf<F>> }> {
  const { key, order } = sortingOf(of, request, values);
  const pageSize = of.pageSize ?? PAGE_SIZE;
  const asked = { values, order: { key, order }, page: pageAsked(request.query), pageSize };
  const loaded = await of.load(request, asked);
  const last = Math.max(1, Math.ceil(loaded.total / pageSize));
  if (asked.page <= last) return { loaded, asked };
  const atLast = { ...asked, page: last };
  return { loaded: await of.load(request, atLast), asked: atLast };
}

/** The filters that act, in the order of the form. */
export function actingFilters<F extends Filters>(
  of: { readonly path: string; readonly filters: F },
  query: URLSearchParams,
  values: ValuesOf<F>,
  choices: Partial<Readonly<Record<keyof F, readonly Choice[]>>> | undefined,
): readonly ActingFilter[] {
  return Object.entries(of.filters).flatMap(([name, filter]) => {
    const value = values[name as keyof F];
    const given = query.getAll(name).some((each) => each.trim() !== '');
    if (!given || filter.stays === true || value === undefined || value === null) return [];
    const text = filter.words(value, choices?.[name]);
    if (text === undefined) return [];
    const without = addressWith(of.path, query, { [name]: undefined, page: undefined });
    return [{ name, text, without, personal: filter.personal === true }];
  });
}

/** The address of the list without its filters: with what it is of, such as its week, and without a view. */
export function clearedAddress<F extends Filters>(
  of: { readonly path: string; readonly filters: F },
  values: ValuesOf<F> | undefined,
  query: URLSearchParams,
): string {
  const kept = Object.entries(of.filters).flatMap(([name, filter]) => {
    const value = values?.[name as keyof F];
    if (filter.stays !== true || value === undefined || value === null) return [];
    return [[name, filter.address(value)]];
  });
  const ofViews = query.has('view') || query.has('opened') ? { view: 'none' } : {};
  return addressWith(of.path, new URLSearchParams(kept), ofViews);
}
