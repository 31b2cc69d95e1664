import { z } from 'zod';
import { optionalField } from '../../../../platform/http/optional-field.ts';
import {
  choiceFilter,
  dayFilter,
  type Filter,
  linkFilter,
  textFilter,
  type ValuesOf,
} from '../../../../platform/lists/filters.tsx';
import { readDate } from '../../../intake/files/read-date.ts';
import { SEVERITIES } from '../../../model.ts';
import { weekFilter } from '../../../reports/week-ending.ts';
import { kindName } from '../../finding-row.ts';
import type { FindingsAsked, FindingsPage } from '../../list-findings.ts';
import { ruleName } from '../../rule-explanations.ts';
import { SEVERITY_TAGS } from '../../severity-tag.tsx';

const NO_RETURN = 'Choose a return from the list';
const RETURNS = choiceFilter({ label: 'Return', any: 'All returns', problem: NO_RETURN });

function returnInWords(year: number): string {
  return year === 0 ? 'Of no return' : `Return of ${year}`;
}

/** A year of the return; 0 for what belongs to none. */
const RETURN_YEAR: Filter<number | undefined> = {
  schema: () =>
    optionalField(z.coerce.number(NO_RETURN).int(NO_RETURN).min(0, NO_RETURN).max(2200, NO_RETURN)),
  field: ({ value, ...given }) => RETURNS.field({ ...given, value: value?.toString() }),
  words: returnInWords,
  address: String,
};

/** An import, by its id; a link alone sets it. */
const IMPORT = z.string().max(40, 'Follow the link of an import');

/** What the list of findings is narrowed by. */
export const FINDINGS_FILTERS = {
  severity: choiceFilter({
    label: 'Severity',
    any: 'All severities',
    choices: SEVERITIES.map((value) => ({ value, text: SEVERITY_TAGS[value].text })),
    problem: 'Choose a severity from the list',
  }),
  rule: choiceFilter({
    label: 'Rule',
    any: 'All rules',
    called: ruleName,
    problem: 'Choose a rule from the list',
  }),
  kind: choiceFilter({
    label: 'Records',
    any: 'All records',
    called: kindName,
    problem: 'Choose a kind of record from the list',
  }),
  year: RETURN_YEAR,
  child: textFilter({
    label: 'Child’s identifier',
    called: 'Child',
    problem: 'Enter at most 60 characters of the child’s identifier',
    personal: true,
  }),
  state: choiceFilter({
    label: 'State',
    any: 'Open',
    choices: [
      { value: 'decided', text: 'Decided' },
      { value: 'resolved', text: 'Resolved' },
      { value: 'all', text: 'Open, decided and resolved' },
    ],
    problem: 'Choose a state from the list',
  }),
  foundBy: dayFilter({
    label: 'Found on or before',
    problem: 'Found by must be a day that exists, such as 29/11/2026',
    words: (day) => `Found on or before ${day}`,
    read: readDate,
    more: true,
  }),
  arose: linkFilter({ schema: IMPORT, words: () => 'First found by one import' }),
  ended: linkFilter({ schema: IMPORT, words: () => 'Ended by one import' }),
  'week-ending': weekFilter({ label: 'Costs and placements up to' }),
} as const;

/** What the filters of the findings give. */
export type FindingsValues = ValuesOf<typeof FINDINGS_FILTERS>;

/** The same as the queries ask it. */
export function findingsAsked(values: FindingsValues): FindingsAsked {
  const { 'week-ending': week, ...filter } = values;
  return { filter, week };
}

/** The rules, kinds and returns that there are findings of. */
export function choicesFound({ rules, kinds, years }: FindingsPage) {
  const named = rules.map(({ rule }) => ({ value: rule, text: ruleName(rule) }));
  return {
    rule: named.toSorted((one, other) => (one.text < other.text ? -1 : 1)),
    kind: kinds.map((value) => ({ value, text: kindName(value) })),
    year: years.map((year) => ({ value: String(year), text: returnInWords(year) })),
  };
}
