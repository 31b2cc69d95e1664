import type { VNode } from 'preact';
import { dateInFigures, dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { type Choice, Select } from '../../../../platform/components/choices.tsx';
import { Filter, type SelectedFilter } from '../../../../platform/components/filter.tsx';
import { Details } from '../../../../platform/components/messages.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import {
  type FieldProblem,
  fieldsOf,
  problemOf,
  typedValue,
} from '../../../../platform/http/form.ts';
import { codesOf } from '../../../codes/code-status.ts';
import { PLACEMENT_GROUP_NAMES, PLACEMENT_GROUPS } from '../../../codes/placement-group.ts';
import { type ChildrenFilter, paths } from '../../../paths.ts';
import { AREA_NAMES } from '../../child-row.ts';

const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  group: PLACEMENT_GROUPS.map((value) => ({ value, text: PLACEMENT_GROUP_NAMES[value] })),
  legalStatus: codesOf('legalStatus').map(({ code, name }) => ({
    value: code,
    text: `${code} ${name}`,
  })),
  area: (['in', 'out', 'unknown'] as const).map((value) => ({ value, text: AREA_NAMES[value] })),
  far: [{ value: 'yes', text: 'Over 20 miles and out of area' }],
  age: [{ value: '16plus', text: '16 and over' }],
  uasc: [{ value: 'yes', text: 'Unaccompanied asylum-seeking' }],
  shortBreaks: [{ value: 'yes', text: 'In short breaks only' }],
  known: [{ value: 'all', text: 'All known, looked after or not' }],
};
const MORE = ['provider', 'far', 'age', 'uasc', 'shortBreaks', 'known'] as const;

/** What is chosen, each in words with the address of the list without it. */
function selected(filter: ChildrenFilter, query: URLSearchParams): SelectedFilter[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const choice = CHOICES[name]?.find((each) => each.value === value)?.text;
    const typed: Readonly<Record<string, string>> = {
      search: `Search: ${value}`,
      on: `Night of ${name === 'on' ? dateInWords(value as PlainDate) : ''}`,
      provider: `Provider: ${value}`,
    };
    const without = addressWith(paths.children, query, { [name]: undefined, page: undefined });
    return [{ text: choice ?? typed[name] ?? value, without }];
  });
}

/** What the list is narrowed by: a form that works by its address alone. */
export function ChildrenFilterForm(props: {
  readonly query: URLSearchParams;
  readonly night: PlainDate;
  readonly filter: ChildrenFilter;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly seesNames: boolean;
}): VNode {
  const { query, problems } = props;
  const typed = fieldsOf(query);
  const kept = Object.fromEntries(
    ['sort', 'order'].flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : [])),
  );
  const choose = (name: string, label: string, any: string) => (
    <Select
      name={name}
      label={label}
      value={typedValue(typed, name)}
      problem={problemOf(problems, name)}
      choices={[{ value: '', text: any }, ...(CHOICES[name] ?? [])]}
    />
  );
  const write = (name: string, label: string, value: string) => (
    <TextInput name={name} label={label} value={value} problem={problemOf(problems, name)} />
  );
  const night = problemOf(problems, 'on') ? typedValue(typed, 'on') : dateInFigures(props.night);
  return (
    <Filter
      label="Filter children"
      path={paths.children}
      kept={kept}
      selected={selected(props.filter, query)}
    >
      {write(
        'search',
        props.seesNames
          ? 'Child’s name, identifier or pseudonym'
          : 'Child’s identifier or pseudonym',
        typedValue(typed, 'search'),
      )}
      {write('on', 'On the night of (day/month/year)', night)}
      {choose('group', 'Placement group', 'All groups')}
      {choose('legalStatus', 'Legal status', 'All legal statuses')}
      {choose('area', 'Area', 'All areas')}
      <Details
        summary="More filters"
        class="wellplaced-filter__more"
        open={MORE.some((name) => typedValue(typed, name) !== '')}
      >
        <div class="wellplaced-filter__fields">
          {write('provider', 'Provider’s name or URN', typedValue(typed, 'provider'))}
          {choose('far', 'Distance', 'Any distance')}
          {choose('age', 'Age', 'Any age')}
          {choose('uasc', 'Unaccompanied', 'All children')}
          {choose('shortBreaks', 'Short breaks', 'Left out')}
          {choose('known', 'Which children', 'Looked after that night')}
        </div>
      </Details>
    </Filter>
  );
}
