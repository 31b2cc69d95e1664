import { z } from 'zod';
import { isoDate } from '../../../core/plain-date.ts';
import { listOf, PAGING, pageAnswer } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import {
  CHILD_FIELDS,
  costGroup,
  day,
  dayParameter,
  LEAVES_OUT,
  pence,
  searchParameter,
  shownChildId,
} from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import { hidesSome } from '../../restrictions/seen-by.ts';
import { priceChangesList } from '../price-changes-list.tsx';

const row = z.object({
  ...CHILD_FIELDS,
  date: day,
  provider: z.string(),
  providerKey: z.string(),
  group: costGroup,
  placementStart: day,
  beforePence: pence,
  afterPence: pence,
  differencePence: pence,
  risePercent: z.number().nullable(),
  what: z.string().meta({ description: 'Which parts of the package differ.' }),
});

/** Changes of price, as the page lists them. */
export const priceChangesRoute = apiRoute({
  method: 'GET',
  path: '/price-changes',
  permission: 'see children',
  audit: exportOf('list of price changes'),
  name: 'listPriceChanges',
  summary: 'Changes of price',
  about:
    'Every day from which a package cost another price with the same provider, the newest first: of one provider ever, or of all over the last twelve months unless a day is given.',
  query: z.object({
    provider: searchParameter('Only this provider, by its key.'),
    since: dayParameter('Only changes from this day on.'),
    search: searchParameter('A part of the pseudonym.'),
    group: costGroup
      .exclude(['shortBreak'])
      .optional()
      .meta({ description: 'Only this placement group.' }),
    way: z.enum(['up', 'down']).optional().meta({ description: 'Only prices raised or lowered.' }),
    ...PAGING,
  }),
  answer: listOf(row).extend(LEAVES_OUT),
  async handle(request, { page, pageSize, since, ...filter }) {
    const { provider, search, group, way } = filter;
    const values = {
      ...{ provider, search, group, way },
      since: since === undefined ? undefined : isoDate(since),
    };
    const asked = { values, order: priceChangesList.first, page, pageSize };
    const { rows, total } = await priceChangesList.load(request, asked);
    const answered = rows.map(({ groupCode, before, after, difference, rise, ...each }) => ({
      ...each,
      childId: shownChildId(request.person, each.childId),
      group: groupCode,
      beforePence: before,
      afterPence: after,
      differencePence: difference,
      risePercent: rise,
    }));
    const answer = pageAnswer(request, { page, pageSize }, { rows: answered, total });
    return { ...answer, leavesOutRestricted: await hidesSome(request) };
  },
});
