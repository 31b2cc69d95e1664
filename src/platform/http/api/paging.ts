import { z } from 'zod';

const MOST_ROWS = 500;
const USUAL_ROWS = 100;

function wholeNumber(least: number, most: number, usual: number) {
  const allowed = `Allowed is a whole number from ${least} to ${most}.`;
  return z
    .string(allowed)
    .regex(/^\d{1,9}$/, allowed)
    .transform(Number)
    .pipe(z.int().min(least, allowed).max(most, allowed))
    .prefault(String(usual));
}

/** The parameters of every list. */
export const PAGING = {
  page: wholeNumber(1, 1_000_000, 1).meta({
    description: 'Which page, counted from 1; the first unless given.',
  }),
  pageSize: wholeNumber(1, MOST_ROWS, USUAL_ROWS).meta({
    description: 'How many rows a page has; 100 unless given.',
  }),
} as const;

/** What is asked of a list. */
export interface PageAsked {
  readonly page: number;
  readonly pageSize: number;
}

/** One page of a list, how many rows there are on all pages, and the way to the next. */
export function listOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    page: z.int(),
    pageSize: z.int(),
    total: z.int().meta({ description: 'How many rows there are on all pages.' }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'The address of the next page; null on the last.' }),
    rows: z.array(row),
  });
}

/** One page as it is answered; a page beyond the last has no rows. */
export function pageAnswer<Row>(
  request: { readonly path: string; readonly query: URLSearchParams },
  { page, pageSize }: PageAsked,
  { rows, total }: { readonly rows: readonly Row[]; readonly total: number },
) {
  const query = new URLSearchParams(request.query);
  query.set('page', String(page + 1));
  const next = page * pageSize < total ? `${request.path}?${query}` : null;
  return { page, pageSize, total, next, rows: [...rows] };
}
