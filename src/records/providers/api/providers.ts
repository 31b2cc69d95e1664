import { z } from 'zod';
import { listOf, PAGING, pageAnswer } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import {
  costGroup,
  LEAVES_OUT,
  pence,
  searchParameter,
  WEEK_ANSWERED,
  weekAnswered,
  weekAsked,
  weekParameter,
} from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import { hidesSome } from '../../restrictions/seen-by.ts';
import type { RecordsSettings } from '../../settings.ts';
import { PROVIDER_DEFINITIONS } from '../definitions.ts';
import { providersList } from '../providers-list.tsx';

const perCent = (description: string) => z.number().nullable().meta({ description });

const row = z.object({
  provider: z.string(),
  key: z
    .string()
    .meta({ description: 'By what the provider is told from others; empty for none named.' }),
  group: costGroup.meta({ description: 'The placement group in which it costs most.' }),
  sector: z.string().nullable(),
  children: z.int().meta({ description: PROVIDER_DEFINITIONS.children.definition }),
  nights: z.int().meta({ description: PROVIDER_DEFINITIONS.nights.definition }),
  costPence: pence,
  averageWeeklyPence: pence.nullable(),
  sameChildren: z.int(),
  risePercent: perCent(PROVIDER_DEFINITIONS.rise.definition),
  riseAllPercent: perCent(PROVIDER_DEFINITIONS['rise-all'].definition),
  riseOfOthersPercent: perCent(PROVIDER_DEFINITIONS['rise-others'].definition),
  contracts: z.string(),
  homes: z.int(),
  outOfArea: z.int(),
  areaUnknown: z.int(),
  ended: z.int(),
  unplanned: z.int(),
});

/** The providers, as the page lists them. */
export function providersRoute({ inflation }: Pick<RecordsSettings, 'inflation'>) {
  const providers = providersList(inflation);
  return apiRoute({
    method: 'GET',
    path: '/providers',
    permission: 'see children',
    audit: exportOf('list of providers'),
    name: 'listProviders',
    summary: 'Providers',
    about:
      'Who is paid for care, what it cost in the twelve months to the last night of the week, and how its price has risen, the dearest first.',
    query: z.object({
      weekEnding: weekParameter,
      search: searchParameter('A part of the name.'),
      group: costGroup
        .exclude(['shortBreak'])
        .optional()
        .meta({ description: 'Only in this placement group.' }),
      sector: searchParameter('Only this sector, as in the answer.'),
      ...PAGING,
    }),
    answer: listOf(row).extend(LEAVES_OUT).extend(WEEK_ANSWERED),
    async handle(request, { weekEnding, page, pageSize, search, group, sector }) {
      const week = weekAsked(request, weekEnding);
      const values = { 'week-ending': week, search, group, sector };
      const asked = { values, order: providers.first, page, pageSize };
      const { rows, total } = await providers.load(request, asked);
      const answered = rows.map(({ groupCode, cost, averageWeekly, rise, ...each }) => ({
        ...each,
        group: groupCode,
        costPence: cost,
        averageWeeklyPence: averageWeekly,
        risePercent: rise,
        riseAllPercent: each.riseAll,
        riseOfOthersPercent: each.riseOfOthers,
      }));
      const answer = pageAnswer(request, { page, pageSize }, { rows: answered, total });
      const leavesOutRestricted = await hidesSome(request);
      return { ...answer, leavesOutRestricted, ...weekAnswered(week) };
    },
  });
}
