import { type PageAsked, pageAnswer } from '../../../platform/http/api/paging.ts';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import type { Filters, ValuesOf } from '../../../platform/lists/filters.tsx';
import type { List, Loaded } from '../../../platform/lists/list.ts';
import { hidesSome } from '../../restrictions/seen-by.ts';

/** One page of one of the lists behind the report, in the order in which its page opens. */
export async function pageOfList<F extends Filters, Found extends Loaded<unknown>, Answered>(
  request: ReadingRequest,
  { page, pageSize }: PageAsked,
  list: List<string, F, Found>,
  values: ValuesOf<F>,
  answered: (row: Found['rows'][number]) => Answered,
) {
  const { rows, total } = await list.load(request, { values, order: list.first, page, pageSize });
  const answer = pageAnswer(request, { page, pageSize }, { rows: rows.map(answered), total });
  const leavesOutRestricted = await hidesSome(request);
  return { ...answer, leavesOutRestricted };
}
