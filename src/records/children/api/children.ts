import { z } from 'zod';
import { isoDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { listOf, PAGING, pageAnswer } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import type { Person, ReadingRequest } from '../../../platform/http/route.ts';
import {
  CHILD_FIELDS,
  day,
  dayParameter,
  LEAVES_OUT,
  pence,
  searchParameter,
  shownChildId,
} from '../../api/fields.ts';
import { codesOf } from '../../codes/code-status.ts';
import { PLACEMENT_GROUPS } from '../../codes/placement-group.ts';
import { loadChildNames } from '../../findings/under-pseudonyms.ts';
import { apiRoute, mayDo } from '../../permissions.ts';
import { hidesSome } from '../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { ageOf, type ChildRow, groupOf } from '../child-row.ts';
import { SORT_KEYS } from '../children-sorting.ts';
import { loadChildren } from '../list-children.ts';

const row = z.object({
  ...CHILD_FIELDS,
  age: z.int().nullable(),
  sex: z.string().nullable().meta({ description: 'SEX of the return.' }),
  placementGroup: z.enum(PLACEMENT_GROUPS).nullable(),
  place: z.string().nullable().meta({ description: 'PLACE of the return.' }),
  placeProvider: z.string().nullable().meta({ description: 'PLACE_PROVIDER of the return.' }),
  provider: z.string().nullable().meta({ description: 'The registered provider’s name.' }),
  urn: z.string().nullable(),
  legalStatus: z.string().nullable().meta({ description: 'LS of the return.' }),
  area: z.enum(['in', 'out', 'unknown']),
  miles: z.number().nullable(),
  placementStart: day.nullable(),
  lookedAfterSince: day.nullable(),
  lookedAfterBefore: z.boolean().meta({
    description:
      'Whether the child was looked after before lookedAfterSince too: the first episode held is no start (RNE S).',
  }),
  ended: day.nullable(),
  weeklyPence: pence.nullable(),
});

const PSEUDONYM = /^P-[A-Z0-9]{7}$/i;
const LEGAL_STATUS_CODES = codesOf('legalStatus').map(({ code }) => code);

const query = z.object({
  on: dayParameter('The night on which they were looked after; without it, today.'),
  search: searchParameter(
    'A whole pseudonym or, for whoever may see a child, a part of the identifier.',
  ),
  group: z.enum(PLACEMENT_GROUPS).optional().meta({ description: 'Only this placement group.' }),
  legalStatus: z.enum(LEGAL_STATUS_CODES).optional().meta({ description: 'Only this LS.' }),
  area: z.enum(['in', 'out', 'unknown']).optional().meta({ description: 'Only this area.' }),
  provider: searchParameter('A URN, or a part of a provider’s name.'),
  far: z
    .literal('yes')
    .optional()
    .meta({ description: 'Only those out of area and over 20 miles away.' }),
  age: z.literal('16plus').optional().meta({ description: 'Only those of 16 and older.' }),
  uasc: z.literal('yes').optional().meta({ description: 'Only the unaccompanied.' }),
  shortBreaks: z.literal('yes').optional().meta({ description: 'Those in short breaks instead.' }),
  known: z
    .literal('all')
    .optional()
    .meta({ description: 'Every child ever recorded by that night, looked after or not.' }),
  sort: z
    .enum(SORT_KEYS)
    .prefault('child')
    .meta({ description: 'What the rows are sorted by; by child unless given.' }),
  order: z
    .enum(['ascending', 'descending'])
    .prefault('ascending')
    .meta({ description: 'Which way; ascending unless given.' }),
  ...PAGING,
});

function answered(
  child: ChildRow,
  { person, today }: ReadingRequest,
  on: string | undefined,
  pseudonym: (childId: string) => string,
): z.input<typeof row> {
  const { childId, sex, place, placeProvider, urn, legalStatus, area, miles } = child;
  return {
    package: pseudonym(childId),
    childId: shownChildId(person, childId),
    age: ageOf(child, on === undefined ? today : isoDate(on)),
    ...{ sex, place, placeProvider, urn, legalStatus, area, miles },
    placementGroup: groupOf(child) ?? null,
    provider: child.providerName,
    placementStart: child.placementStart,
    lookedAfterSince: child.since,
    lookedAfterBefore: child.sinceBefore,
    ended: child.ended,
    weeklyPence: child.weekly,
  };
}

function maySearchFor({ roles }: Person, search: string | undefined): boolean {
  return search === undefined || PSEUDONYM.test(search) || mayDo(roles, 'see a child');
}

/** The children, as the page lists them. */
export const childrenRoute = apiRoute({
  method: 'GET',
  path: '/children',
  permission: 'see children',
  audit: exportOf('list of children'),
  name: 'listChildren',
  summary: 'Children looked after',
  about: 'The children looked after on a night, narrowed and sorted as on the page of children.',
  query,
  answer: listOf(row).extend(LEAVES_OUT),
  async handle(request, { page, pageSize, sort, order, on, ...filter }) {
    const { person, today } = request;
    const leavesOutRestricted = await hidesSome(request);
    // Who may not see a child learns no identifier by trying.
    if (!maySearchFor(person, filter.search)) {
      const none = pageAnswer(request, { page, pageSize }, { rows: [], total: 0 });
      return { ...none, leavesOutRestricted };
    }
    const night = on === undefined ? today : isoDate(on);
    const sorted = { key: sort, order };
    const asked = { filter: { ...filter, on: night }, night, order: sorted, page, pageSize };
    const list = await request.read((tx: CouncilTransaction<RecordsTables>) =>
      loadChildren(tx, asked),
    );
    const { pseudonym } = await request.read(loadChildNames);
    const shown = list.rows.map((child) => answered(child, request, on, pseudonym));
    const paged = pageAnswer(request, { page, pageSize }, { rows: shown, total: list.total });
    return { ...paged, leavesOutRestricted };
  },
});
