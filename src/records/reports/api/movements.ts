import { z } from 'zod';
import { listOf, PAGING } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import {
  CHILD_FIELDS,
  day,
  LEAVES_OUT,
  searchParameter,
  shownChildId,
  WEEK_ANSWERED,
  weekAsked,
  weekParameter,
} from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import { movementsList } from '../lists/movements-list.tsx';
import { pageOfList } from './lists.ts';

const KINDS = ['starts', 'ends', 'moves', 'unplanned', 'joined', 'left'] as const;

/** Who started, ceased and moved in a week. */
export const movementsRoute = apiRoute({
  method: 'GET',
  path: '/movements',
  permission: 'see children',
  audit: exportOf('list of movements'),
  name: 'listMovements',
  summary: 'Movements of a week',
  about:
    'Every child who started or ceased to be looked after, or moved, in the nights of the week, and who joined or left the count without a start or an end that can be read.',
  query: z.object({
    weekEnding: weekParameter,
    kind: z
      .enum(KINDS)
      .optional()
      .meta({ description: 'Only this kind; moves are the unplanned ones too.' }),
    search: searchParameter('A part of the pseudonym.'),
    ...PAGING,
  }),
  answer: listOf(
    z.object({
      ...CHILD_FIELDS,
      date: day,
      kind: z.enum(KINDS),
      from: z.string().nullable(),
      to: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  )
    .extend(LEAVES_OUT)
    .extend(WEEK_ANSWERED),
  handle(request, { weekEnding, kind, search, ...asked }) {
    const values = { 'week-ending': weekAsked(request, weekEnding), kind, search };
    return pageOfList(request, asked, movementsList, values, ({ childId, ...row }) => ({
      ...row,
      childId: shownChildId(request.person, childId),
    }));
  },
});
