import { z } from 'zod';
import { listOf, PAGING } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import {
  CHILD_FIELDS,
  costGroup,
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
import { costsList } from '../lists/costs-list.tsx';
import { pageOfList } from './lists.ts';

/** What was charged in a week. */
export const costsRoute = apiRoute({
  method: 'GET',
  path: '/costs',
  permission: 'see children',
  audit: exportOf('list of costs'),
  name: 'listCosts',
  summary: 'Costs of a week',
  about:
    'Every cost element that was charged on the nights of the week, one row for each placement group it was charged in.',
  query: z.object({
    weekEnding: weekParameter,
    search: searchParameter('A part of the pseudonym.'),
    group: costGroup.optional().meta({ description: 'Only this placement group.' }),
    element: searchParameter('Only this element, as in the answer.'),
    funder: searchParameter('Only this funder, as in the answer.'),
    provider: searchParameter('Only this provider, as in the answer.'),
    contract: searchParameter('Only this kind of contract, as in the answer.'),
    costCentre: searchParameter('Only this cost centre.'),
    ...PAGING,
  }),
  answer: listOf(
    z.object({
      ...CHILD_FIELDS,
      group: costGroup,
      placementStart: day,
      element: z.string(),
      funder: z.string(),
      provider: z.string().nullable(),
      contract: z.string().nullable(),
      costCentre: z.string().nullable(),
      subjective: z.string().nullable(),
      nights: z.int(),
      weeklyRatePence: pence,
      costPence: pence,
    }),
  )
    .extend(LEAVES_OUT)
    .extend(WEEK_ANSWERED),
  handle(request, { weekEnding, page, pageSize, ...filter }) {
    const values = {
      'week-ending': weekAsked(request, weekEnding),
      search: filter.search,
      group: filter.group,
      element: filter.element,
      funder: filter.funder,
      provider: filter.provider,
      contract: filter.contract,
      costCentre: filter.costCentre,
      by: 'group' as const,
    };
    return pageOfList(request, { page, pageSize }, costsList, values, (charge) => ({
      ...charge,
      childId: shownChildId(request.person, charge.childId),
      group: charge.groupCode,
      weeklyRatePence: charge.weeklyRate,
      costPence: charge.cost,
    }));
  },
});
