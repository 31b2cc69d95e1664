import { z } from 'zod';
import { Select } from '../../../../platform/components/choices.tsx';
import { optionalField } from '../../../../platform/http/optional-field.ts';
import {
  choiceFilter,
  dayFilter,
  type Filter,
  linkFilter,
  textFilter,
  type ValuesOf,
} from '../../../../platform/lists/filters.tsx';
import { CHANGE_KIND_WORDS, CHANGE_KINDS } from '../../change-kind.ts';
import { CHANGED_TABLES } from '../../records-called.ts';

const PROBLEM = 'Choose an import from the list';

/** A state of the records, by the import after which it stood; the list offers them. */
function stateFilter(label: string, any: string): Filter<number | undefined> {
  const schema = z.coerce.number(PROBLEM).int(PROBLEM).min(0, PROBLEM).max(2_147_483_647, PROBLEM);
  return {
    stays: true,
    schema: () => optionalField(schema),
    field: ({ name, typed, problem, choices = [] }) => (
      <Select
        name={name}
        label={label}
        value={typed}
        problem={problem}
        choices={[{ value: '', text: any }, ...choices]}
      />
    ),
    words: () => undefined,
    address: String,
  };
}

function dayOf(label: string) {
  return dayFilter({
    label,
    problem: 'Enter the day as a real date, such as 31/3/2026',
    words: (day) => `${label} ${day}`,
    stays: true,
  });
}

/** What the list is of, two states of the records, and by what it is narrowed. */
export const CHANGES_FILTERS = {
  from: stateFilter('From', 'The import before'),
  until: stateFilter('To', 'Now'),
  fromDay: dayOf('or from the end of'),
  untilDay: dayOf('or to the end of'),
  kind: choiceFilter({
    label: 'What became of it',
    any: 'All',
    choices: CHANGE_KINDS.map((value) => ({ value, text: CHANGE_KIND_WORDS[value].text })),
    problem: 'Choose from the list what became of the records',
  }),
  records: choiceFilter({
    label: 'Records',
    any: 'All kinds',
    choices: CHANGED_TABLES,
    problem: 'Choose a kind of record from the list',
  }),
  child: textFilter({
    label: 'Child’s identifier',
    called: 'Child',
    personal: true,
  }),
  cause: linkFilter<number>({
    schema: z.coerce.number().int().min(1).max(2_147_483_647),
    words: (value, choices) =>
      `Cause: ${choices?.find((choice) => choice.value === String(value))?.text ?? value}`,
  }),
};

export type ChangesValues = ValuesOf<typeof CHANGES_FILTERS>;
