import type { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { TabularColumn, TabularRow } from '../../../platform/downloads/tabular-data.ts';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import type { FirstOrder, ReportList } from './row-list.tsx';

/** What every list's query says. */
export interface OfAWeek {
  readonly 'week-ending': PlainDate;
}

/** The permission that a list asks for: rows about single children are for those who may see children, whatever else the list is. */
export type PermissionForRows<Row> = Row extends { readonly childId: string }
  ? 'see children'
  : 'see placements report';

/** What makes one list behind the report: its query, its rows, its page and its file. */
export interface ListOfAWeek<Values extends OfAWeek, Row extends TabularRow, Loaded> {
  readonly list: ReportList;
  readonly title: string;
  readonly permission: NoInfer<PermissionForRows<Row>>;
  readonly query: (today: PlainDate) => z.ZodType<Values>;
  /** What the reader may see, and nothing else: every total on the page is made of the same rows as the list. */
  readonly load: (request: ReadingRequest, values: Values) => Promise<Loaded>;
  /** All rows that the query's filters leave. */
  readonly rows: (loaded: Loaded, values: Values) => readonly Row[];
  /** The columns of the file: children by pseudonym, never by identifier. */
  readonly fileColumns: readonly TabularColumn[];
  readonly first: FirstOrder;
}

/** A list, its types told from its parts; its pages and the API both read from it. */
export function listOfAWeek<Values extends OfAWeek, Row extends TabularRow, Loaded>(
  of: ListOfAWeek<Values, Row, Loaded>,
): ListOfAWeek<Values, Row, Loaded> {
  return of;
}
