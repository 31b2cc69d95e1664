import { z } from 'zod';
import { listOf, PAGING } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import {
  CHILD_FIELDS,
  day,
  LEAVES_OUT,
  pence,
  searchParameter,
  shownChildId,
  WEEK_ANSWERED,
  weekAsked,
  weekParameter,
} from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import { CHILD_CHANGES } from '../child-change.ts';
import { sinceLastWeekList } from '../lists/since-last-week-list.tsx';
import { pageOfList } from './lists.ts';

const kind = z.enum(CHILD_CHANGES);

/** What changed for each child since the week before. */
export const sinceLastWeekRoute = apiRoute({
  method: 'GET',
  path: '/since-last-week',
  permission: 'see children',
  audit: exportOf('list of since-last-week'),
  name: 'listSinceLastWeek',
  summary: 'Changes of a week, child by child',
  about:
    'One row for each child for whom something changed in the week: the night before it against its last, the largest difference first.',
  query: z.object({
    weekEnding: weekParameter,
    search: searchParameter('A part of the pseudonym.'),
    kind: kind.optional().meta({ description: 'Only this kind of change.' }),
    planned: z
      .enum(['Planned', 'Unplanned', 'Not said'])
      .optional()
      .meta({ description: 'Only moves and returns home that are so.' }),
    ...PAGING,
  }),
  answer: listOf(
    z.object({
      ...CHILD_FIELDS,
      kind,
      date: day,
      from: z.string().nullable(),
      to: z.string().nullable(),
      providerBefore: z.string().nullable(),
      providerAfter: z.string().nullable(),
      beforePence: pence,
      afterPence: pence,
      differencePence: pence,
      toEndPence: pence,
      countedTo: day.meta({ description: 'The last day that is counted in toEndPence.' }),
      endIs: z.enum(['held', '31 March']).meta({ description: 'Whether the costs hold that end.' }),
      planned: z.string().nullable(),
    }),
  )
    .extend(LEAVES_OUT)
    .extend(WEEK_ANSWERED),
  handle(request, { weekEnding, page, pageSize, ...filter }) {
    const values = {
      'week-ending': weekAsked(request, weekEnding),
      ...{ kind: filter.kind, planned: filter.planned, search: filter.search },
    };
    return pageOfList(
      request,
      { page, pageSize },
      sinceLastWeekList,
      values,
      ({ size: _size, before, after, difference, toEnd, ...row }) => ({
        ...row,
        childId: shownChildId(request.person, row.childId),
        beforePence: before,
        afterPence: after,
        differencePence: difference,
        toEndPence: toEnd,
      }),
    );
  },
});
