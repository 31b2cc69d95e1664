import type { TabularRow } from '../../../platform/downloads/tabular-data.ts';
import type { PageAsked } from '../../../platform/http/api/paging.ts';
import { pageOfAll } from '../../../platform/http/api/paging.ts';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import { hidesSome } from '../../restrictions/seen-by.ts';
import type { ListOfAWeek, OfAWeek } from '../lists/list-of-a-week.ts';
import { sortedRows } from '../lists/row-sorting.ts';

/** One page of one of the lists behind the report, in the order in which its page opens. */
export async function pageOfList<Values extends OfAWeek, Row extends TabularRow, Loaded, Answered>(
  request: ReadingRequest,
  asked: PageAsked,
  list: ListOfAWeek<Values, Row, Loaded>,
  values: Values,
  answered: (row: Row) => Answered,
) {
  const rows = list.rows(await list.load(request, values), values);
  const sorted = sortedRows(rows, list.first.key, list.first.order);
  const page = pageOfAll(request, asked, sorted);
  const leavesOutRestricted = await hidesSome(request.ground, request.council.code);
  return { ...page, rows: page.rows.map(answered), leavesOutRestricted };
}
