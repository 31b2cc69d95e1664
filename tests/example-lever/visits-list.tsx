import { counted } from '../../src/core/english.ts';
import type { ReadingRequest } from '../../src/platform/http/route.ts';
import { computedRows } from '../../src/platform/lists/computed-rows.ts';
import { choiceFilter, type ValuesOf } from '../../src/platform/lists/filters.tsx';
import { type Asked, list } from '../../src/platform/lists/list.ts';
import { NotConfirmed } from '../../src/platform/settings/not-confirmed.tsx';
import { settingsPaths } from '../../src/platform/settings/paths.ts';
import type { SettledValue } from '../../src/platform/settings/settled-value.ts';
import { loadChildNames } from '../../src/records/findings/under-pseudonyms.ts';
import { restrictedLeftOut } from '../../src/records/restrictions/left-out.ts';
import { FAR_FROM } from './far-from.ts';
import { VISITS } from './paths.ts';
import { VERDICTS, type Verdict, VISIT_WORKFLOW } from './visit-workflow.ts';
import { loadCases, whyVisit } from './visits.ts';

const MOST_CASES = 10_000;

const inWords = (verdict: Verdict) => VISIT_WORKFLOW.actions[verdict].label;

const FILTERS = {
  decision: choiceFilter({
    label: 'Decision',
    any: 'All',
    choices: [
      ...VERDICTS.map((value) => ({ value, text: inWords(value) })),
      { value: 'none', text: 'Not decided' },
    ],
    problem: 'Choose a decision from the list',
  }),
};

/** The children placed out of the area, each leading to the case; from `farFrom` miles on a placement is far. */
export function visitsList(farFrom: SettledValue<number>) {
  async function load(request: ReadingRequest, asked: Asked<ValuesOf<typeof FILTERS>>) {
    const { council, ground, today } = request;
    const { decision } = asked.values;
    const far = await farFrom(request, today);
    const { pseudonym } = await request.read(loadChildNames);
    const { cases } = await loadCases(ground, council.code, today, 1, MOST_CASES);
    const rows = cases
      .filter(({ visit }) => decision === undefined || decision === (visit?.verdict ?? 'none'))
      .map(({ child, visit }) => ({
        package: pseudonym(child.childId),
        childId: child.childId,
        why: whyVisit(child, far.value),
        visit: visit === undefined ? 'Not decided' : inWords(visit.verdict),
      }));
    return computedRows(asked, rows, { far });
  }
  return list({
    name: 'visits',
    thing: 'list of visits',
    path: VISITS,
    section: 'Services',
    permission: 'see visits',
    title: 'Visits to distant placements',
    filters: FILTERS,
    leftOut: restrictedLeftOut,
    load,
    columns: [
      { key: 'package', heading: 'Package', type: 'text', only: 'file' },
      {
        ...{ key: 'childId', heading: 'Child', type: 'text', only: 'page' },
        cell: ({ childId }) => (
          <a class="govuk-link" href={`${VISITS}/${encodeURIComponent(childId)}`}>
            {childId}
          </a>
        ),
      },
      { key: 'why', heading: 'Why', type: 'text' },
      { key: 'visit', heading: 'Decision', type: 'text' },
    ],
    rowHeader: 'childId',
    first: { key: 'childId', order: 'ascending' },
    counted: (total) => `${counted(total, 'child', 'children')} placed out of the area`,
    empty: 'No child is placed out of the area.',
    noMatch: 'No child is so decided on. Take the filter away.',
    lead: (_request, shown) =>
      shown && (
        <p class="govuk-body">
          Children placed out of the area, to be visited or not.
          <NotConfirmed
            href={settingsPaths.of(FAR_FROM.name)}
            confirmed={shown.loaded.far.confirmed}
            what="from where on a placement is far"
          />
        </p>
      ),
  });
}
