import { z } from 'zod';
import { migrationsIn } from '../../src/platform/database/migration-files.ts';
import { exportOf } from '../../src/platform/http/audit-event.ts';
import type { ScheduledJob } from '../../src/platform/schedule/scheduled-job.ts';
import { settledValue } from '../../src/platform/settings/settled-value.ts';
import type { House } from '../../src/platform/wing/house.ts';
import { wing } from '../../src/platform/wing/wing.ts';
import { CHILD_PAGE } from '../../src/records/children/child-page.ts';
import { FAR_FROM } from './far-from.ts';
import { visitOfChild, visitRoutes } from './pages.tsx';
import { VISITS } from './paths.ts';
import { apiRoute, EXAMPLE_PERMISSIONS } from './permissions.ts';
import { VISIT_WORKFLOW } from './visit-workflow.ts';
import { decideOnVisit, loadCases, type VisitTables } from './visits.ts';
import { VISITS_TO_MAKE } from './waiting.ts';

const visitsApi = apiRoute({
  method: 'GET',
  path: '/visits',
  permission: 'see visits',
  audit: exportOf('list of visits'),
  name: 'listVisits',
  summary: 'Visits to distant placements',
  about: 'How many children are placed out of the area.',
  query: z.object({}),
  answer: z.object({ total: z.int() }),
  handle: async ({ council, ground, today }) => {
    const { total } = await loadCases(ground, council.code, today, 1);
    return { total };
  },
});

/** Says each hour how many there are. */
const COUNT_VISITS: ScheduledJob = {
  name: 'example.count-visits',
  title: 'Count distant placements',
  when: { every: 'hour' },
  async work({ ground, today }, authority) {
    const { total } = await loadCases(ground, authority, today(), 1);
    return `${total} children are placed out of the area.`;
  },
};

/** The first of the cases is decided on. */
async function fill({ ground, today }: House, authority: string): Promise<void> {
  const { cases } = await loadCases(ground, authority, today(), 1);
  const [first] = cases;
  if (first === undefined) return;
  const reason = 'Nobody has been there since the move.';
  const by = { authority, actor: 'Wellplaced', reason };
  const doer = { personId: '', roles: ['Social work team manager'] } as const;
  const decision = { seen: 0, verdict: 'visit', reason } as const;
  await ground.transaction<VisitTables, void>(by, (tx) =>
    decideOnVisit(tx, { by, doer }, first.child.childId, decision),
  );
}

/** A lever as levers are: everything it adds to the whole. */
export const EXAMPLE = wing({
  name: 'example',
  permissions: EXAMPLE_PERMISSIONS,
  migrations: migrationsIn(new URL('./migrations/', import.meta.url)),
  navigation: [{ section: 'Services', text: 'Visits', href: VISITS }],
  names: {
    things: {
      example_visit: 'decision on a visit',
      visit: 'visit to a placement',
      'list of visits': 'list of visits',
    },
    columns: {},
  },
  definitions: {
    sections: [
      {
        heading: 'Visits',
        entries: [
          {
            anchor: 'visits-distant',
            name: 'Placed out of the area',
            definition: 'Children whose placement lies outside the area of the council.',
            unit: 'children',
            source: 'Episodes and the postcode directory',
          },
        ],
      },
    ],
    unconfirmed: [],
  },
  parts: [
    {
      page: CHILD_PAGE,
      anchor: 'visit',
      title: 'Visit to the placement',
      permission: 'see visits',
      show: visitOfChild,
    },
  ],
  workflows: [VISIT_WORKFLOW],
  waiting: [VISITS_TO_MAKE],
  demonstration: { fill },
  checks: async (_house, authority) => [{ state: 'well', what: `${authority}: visits are kept.` }],
  settings: [FAR_FROM],
  schedule: [COUNT_VISITS],
  open: ({ configuration }) => ({
    routes: visitRoutes(settledValue(FAR_FROM, configuration)),
    api: [visitsApi],
  }),
});
