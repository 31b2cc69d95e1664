import type { VNode } from 'preact';
import { dateInWords } from '../../../core/plain-date.ts';
import { addressWith } from '../../components/address.ts';
import { Select } from '../../components/choices.tsx';
import { Filter, type SelectedFilter } from '../../components/filter.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { type FieldProblem, fieldsOf, problemOf, typedValue } from '../../http/form.ts';
import type { Names } from '../entry.ts';
import { ACTION_NAMES } from '../entry-in-words.ts';
import { auditPaths } from '../paths.ts';
import type { TrailFilter } from './schema.ts';

function selected(
  filter: TrailFilter,
  called: string | undefined,
  names: Names,
  query: URLSearchParams,
): SelectedFilter[] {
  const { by, person, child, action, thing, from, to, search } = filter;
  const words: Readonly<Record<string, string | undefined>> = {
    by: by && `Person: ${called ?? by}`,
    person: person && `Name: ${person}`,
    child: child && `Child: ${child}`,
    action: action && ACTION_NAMES[action],
    thing: thing && `Thing: ${names.things[thing] ?? thing}`,
    from: from && `From ${dateInWords(from)}`,
    to: to && `To ${dateInWords(to)}`,
    search: search && `Search: ${search}`,
  };
  return Object.entries(words).flatMap(([name, text]) => {
    if (text === undefined || text === '') return [];
    const without = addressWith(auditPaths.trail, query, { [name]: undefined, page: undefined });
    return [{ text, without }];
  });
}

/** What the trail is narrowed by: a form that works by its address alone. */
export function TrailFilterForm(props: {
  readonly query: URLSearchParams;
  readonly filter: TrailFilter;
  /** How the person whose number was asked for is called now. */
  readonly name?: string | undefined;
  readonly names: Names;
  readonly problems?: readonly FieldProblem[] | undefined;
}): VNode {
  const { filter, names, query, problems } = props;
  const typed = fieldsOf(query);
  const field = (name: string, label: string) => (
    <TextInput
      name={name}
      label={label}
      value={typedValue(typed, name)}
      problem={problemOf(problems, name)}
    />
  );
  return (
    <Filter
      label="Filter the audit trail"
      path={auditPaths.trail}
      kept={filter.by === undefined ? {} : { by: filter.by }}
      selected={selected(filter, props.name, names, query)}
    >
      {field('person', 'Name as it was then')}
      {field('child', 'Child’s identifier')}
      <Select
        name="action"
        label="What was done"
        value={typedValue(typed, 'action')}
        problem={problemOf(problems, 'action')}
        choices={[
          { value: '', text: 'Anything' },
          ...Object.entries(ACTION_NAMES).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Select
        name="thing"
        label="To what"
        value={typedValue(typed, 'thing')}
        problem={problemOf(problems, 'thing')}
        choices={[
          { value: '', text: 'Anything' },
          ...Object.entries(names.things).map(([value, text]) => ({ value, text })),
        ]}
      />
      {field('from', 'From the day')}
      {field('to', 'To the day')}
      {field('search', 'Search')}
    </Filter>
  );
}
