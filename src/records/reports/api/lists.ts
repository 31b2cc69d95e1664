import { type PageAsked, pageAnswer } from '../../../platform/http/api/paging.ts';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import type { ValuesOf } from '../../../platform/lists/filters.tsx';
import type { List, Loaded } from '../../../platform/lists/list.ts';
import { weekAnswered } from '../../api/fields.ts';
import { hidesSome } from '../../restrictions/seen-by.ts';
import type { OfAWeek } from '../lists/list-of-a-week.tsx';

/** One page of one of the lists behind the report, in the order in which its page opens, and of which week it is. */
export async function pageOfList<F extends OfAWeek, Found extends Loaded<unknown>, Answered>(
  request: ReadingRequest,
  { page, pageSize }: PageAsked,
  list: List<string, F, Found>,
  values: ValuesOf<F> & ValuesOf<OfAWeek>,
  answered: (row: Found['rows'][number]) => Answered,
) {
  const { rows, total } = await list.load(request, { values, order: list.first, page, pageSize });
  const answer = pageAnswer(request, { page, pageSize }, { rows: rows.map(answered), total });
  const leavesOutRestricted = await hidesSome(request);
  return { ...answer, leavesOutRestricted, ...weekAnswered(values['week-ending']) };
}
