import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import type { CouncilTransaction } from '../../../database/ground.ts';
import type { ReadingRequest } from '../../../http/route.ts';
import { computedRows } from '../../../lists/computed-rows.ts';
import { textFilter, type ValuesOf, wayFilter } from '../../../lists/filters.tsx';
import { type Asked, list } from '../../../lists/list.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { identityPaths } from '../../paths.ts';
import { type ListedPerson, loadPeople } from './store.ts';

const FILTERS = {
  search: textFilter({ label: 'Name or email', called: 'Name or email', personal: true }),
  show: wayFilter({
    label: 'Show',
    choices: [
      { value: 'here', text: 'Those who are here' },
      { value: 'left', text: 'Those who have left' },
      { value: 'all', text: 'Everybody' },
    ],
    usual: 'here',
    problem: 'Choose from the list whom to show',
  }),
};

type PeopleAsked = Asked<ValuesOf<typeof FILTERS>>;

/** The roles of a person, each once. */
function rolesInWords({ held }: ListedPerson): string {
  return [...new Set(held.map(({ role }) => role))].join(', ');
}

/** Moments as numbers, so that they sort. */
function rowOf(person: ListedPerson) {
  const { personId, name, email, leftAt, lastSeenAt } = person;
  const roles = rolesInWords(person);
  return { personId, name, email, roles, seen: lastSeenAt?.getTime(), left: leftAt?.getTime() };
}

type PersonRow = ReturnType<typeof rowOf>;

function momentInWords(moment: number | undefined): string {
  return moment === undefined ? '' : instantInWords(new Date(moment));
}

async function loadPage(request: ReadingRequest, asked: PeopleAsked) {
  const { show, search } = asked.values;
  const sought = search?.toLowerCase() ?? '';
  const all = await request.read((tx: CouncilTransaction<IdentityTables>) => loadPeople(tx));
  const rows = all
    .map(rowOf)
    .filter(
      ({ left, name, email }) =>
        (show === 'all' || (left !== undefined) === (show === 'left')) &&
        [name, email].some((text) => text?.toLowerCase().includes(sought)),
    );
  return computedRows(asked, rows, {});
}

function nameCell({ personId, name }: PersonRow): VNode {
  return (
    <a class="govuk-link" href={identityPaths.person(personId)}>
      {name}
    </a>
  );
}

/** Everybody who has signed in, or may; and those who have left. */
export const peopleList = list({
  name: 'people',
  thing: 'list of people',
  path: identityPaths.people,
  section: 'People',
  permission: 'see people',
  title: 'People',
  filters: FILTERS,
  load: loadPage,
  columns: [
    { key: 'name', heading: 'Name', type: 'text', cell: nameCell },
    { key: 'email', heading: 'Email', type: 'text', only: 'file' },
    {
      ...{ key: 'roles', heading: 'Roles', type: 'text' },
      cell: ({ left, roles }) =>
        left === undefined ? roles || 'No role yet' : `Left on ${momentInWords(left)}`,
    },
    { key: 'left', heading: 'Left on', type: 'text', only: 'file' },
    {
      ...{ key: 'seen', heading: 'Last here', type: 'text' },
      cell: ({ seen }) => momentInWords(seen),
    },
  ],
  rowHeader: 'name',
  first: { key: 'name', order: 'ascending' },
  fileRow: (row) => ({ ...row, seen: momentInWords(row.seen), left: momentInWords(row.left) }),
  counted: (total) => <strong>{counted(total, 'person', 'people')}</strong>,
  empty: 'Nobody has signed in yet.',
  noMatch: 'Nobody matches. Take a filter away.',
  lead: () => (
    <p class="govuk-body">
      Whoever signs in by the council’s identity provider is added here. What they may do follows
      from their roles: see{' '}
      <a class="govuk-link" href={identityPaths.roles}>
        what each role may do
      </a>{' '}
      and{' '}
      <a class="govuk-link" href={identityPaths.roleMapping}>
        roles from the identity provider
      </a>
      .
    </p>
  ),
});
