import type { ReadingRequest } from '../../../../platform/http/route.ts';
import {
  choiceFilter,
  dayOfList,
  textFilter,
  type ValuesOf,
} from '../../../../platform/lists/filters.tsx';
import { codesOf } from '../../../codes/code-status.ts';
import { PLACEMENT_GROUP_NAMES, PLACEMENT_GROUPS } from '../../../codes/placement-group.ts';
import { readDate } from '../../../intake/files/read-date.ts';
import { mayDo } from '../../../permissions.ts';
import { AREA_NAMES } from '../../child-row.ts';

/** Whether names of children stand on the page for whoever asks. */
export function seesNames({ person }: Pick<ReadingRequest, 'person'>): boolean {
  return mayDo(person.roles, 'see names and addresses of children');
}

/** What the list of children is narrowed by. */
export const CHILDREN_FILTERS = {
  search: textFilter({
    label: (request) =>
      seesNames(request)
        ? 'Child’s name, identifier or pseudonym'
        : 'Child’s identifier or pseudonym',
    called: 'Search',
    personal: true,
  }),
  on: dayOfList({
    label: 'On the night of (day/month/year)',
    problem: 'Enter the night as a real date, such as 31/3/2026',
    words: (day) => `Night of ${day}`,
    read: readDate,
    usual: (today) => today,
  }),
  group: choiceFilter({
    label: 'Placement group',
    any: 'All groups',
    choices: PLACEMENT_GROUPS.map((value) => ({ value, text: PLACEMENT_GROUP_NAMES[value] })),
    problem: 'Choose a placement group from the list',
  }),
  legalStatus: choiceFilter({
    label: 'Legal status',
    any: 'All legal statuses',
    choices: codesOf('legalStatus').map(({ code, name }) => ({
      value: code,
      text: `${code} ${name}`,
    })),
    problem: 'Choose a legal status from the list',
  }),
  area: choiceFilter({
    label: 'Area',
    any: 'All areas',
    choices: (['in', 'out', 'unknown'] as const).map((value) => ({
      value,
      text: AREA_NAMES[value],
    })),
    problem: 'Choose an area from the list',
  }),
  provider: textFilter({
    label: 'Provider’s name or URN',
    called: 'Provider',
    problem: 'Enter at most 60 characters of the provider',
    more: true,
  }),
  far: choiceFilter({
    label: 'Distance',
    any: 'Any distance',
    choices: [{ value: 'yes', text: 'Over 20 miles and out of area' }],
    problem: 'Choose a distance from the list',
    more: true,
  }),
  age: choiceFilter({
    label: 'Age',
    any: 'Any age',
    choices: [{ value: '16plus', text: '16 and over' }],
    problem: 'Choose an age from the list',
    more: true,
  }),
  uasc: choiceFilter({
    label: 'Unaccompanied',
    any: 'All children',
    choices: [{ value: 'yes', text: 'Unaccompanied asylum-seeking' }],
    problem: 'Choose who is unaccompanied from the list',
    more: true,
  }),
  shortBreaks: choiceFilter({
    label: 'Short breaks',
    any: 'Left out',
    choices: [{ value: 'yes', text: 'In short breaks only' }],
    problem: 'Choose about short breaks from the list',
    more: true,
  }),
  known: choiceFilter({
    label: 'Which children',
    any: 'Looked after that night',
    choices: [{ value: 'all', text: 'All known, looked after or not' }],
    problem: 'Choose which children from the list',
    more: true,
  }),
} as const;

/** What the filters of the list of children give; `on` is the night that it is of. */
export type ChildrenAsked = ValuesOf<typeof CHILDREN_FILTERS>;
