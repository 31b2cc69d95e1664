import type { VNode } from 'preact';
import { dateInFigures, dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { type Choice, Select } from '../../../../platform/components/choices.tsx';
import { Filter } from '../../../../platform/components/filter.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import {
  type FieldProblem,
  fieldsOf,
  problemOf,
  typedValue,
} from '../../../../platform/http/form.ts';
import { SEVERITIES } from '../../../model.ts';
import { paths } from '../../../paths.ts';
import { kindName } from '../../finding-row.ts';
import type { FindingsPage } from '../../list-findings.ts';
import { ruleName } from '../../rule-explanations.ts';
import { SEVERITY_TAGS } from '../../severity-tag.tsx';

type Choices = Readonly<Record<string, readonly Choice[]>>;

function choicesOf(list: FindingsPage | undefined): Choices {
  const rules = (list?.rules ?? []).map(({ rule }) => ({ value: rule, text: ruleName(rule) }));
  return {
    severity: SEVERITIES.map((value) => ({ value, text: SEVERITY_TAGS[value].text })),
    rule: rules.toSorted((one, other) => (one.text < other.text ? -1 : 1)),
    kind: (list?.kinds ?? []).map((value) => ({ value, text: kindName(value) })),
    year: (list?.years ?? []).map((year) => ({
      value: String(year),
      text: year === 0 ? 'Of no return' : `Return of ${year}`,
    })),
    state: [
      { value: 'decided', text: 'Decided' },
      { value: 'resolved', text: 'Resolved' },
      { value: 'all', text: 'Open, decided and resolved' },
    ],
  };
}

function tagText(name: string, value: string, choices: Choices): string {
  const choice = choices[name]?.find((each) => each.value === value)?.text;
  if (choice !== undefined) return choice;
  if (name === 'child') return `Child: ${value}`;
  return name === 'rule' ? ruleName(value) : value;
}

/** What the findings are narrowed by. */
export function FindingsFilterForm(props: {
  readonly query: URLSearchParams;
  readonly weekEnding: PlainDate;
  readonly list?: FindingsPage | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
}): VNode {
  const { query, problems, weekEnding } = props;
  const typed = fieldsOf(query);
  const choices = choicesOf(props.list);
  const kept = ['sort', 'order'].flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const without = (name: string) =>
    addressWith(paths.findings, query, { [name]: undefined, page: undefined });
  const selected = [...query].flatMap(([name, value]) => {
    if (value === '' || ['page', 'sort', 'order'].includes(name)) return [];
    const text =
      name === 'week-ending'
        ? `Week ending ${dateInWords(weekEnding)}`
        : tagText(name, value, choices);
    return [{ text, without: without(name) }];
  });
  const choose = (name: string, label: string, any: string) => (
    <Select
      name={name}
      label={label}
      value={typedValue(typed, name)}
      problem={problemOf(problems, name)}
      choices={[{ value: '', text: any }, ...(choices[name] ?? [])]}
    />
  );
  const write = (name: string, label: string, value: string) => (
    <TextInput name={name} label={label} value={value} problem={problemOf(problems, name)} />
  );
  const week = problemOf(problems, 'week-ending')
    ? typedValue(typed, 'week-ending')
    : dateInFigures(weekEnding);
  return (
    <Filter
      label="Filter findings"
      path={paths.findings}
      kept={Object.fromEntries(kept)}
      selected={problems === undefined ? selected : []}
    >
      {choose('severity', 'Severity', 'All severities')}
      {choose('rule', 'Rule', 'All rules')}
      {choose('kind', 'Records', 'All records')}
      {choose('year', 'Return', 'All returns')}
      {write('child', 'Child’s identifier', typedValue(typed, 'child'))}
      {choose('state', 'State', 'Open')}
      {write('week-ending', 'Costs and placements up to', week)}
    </Filter>
  );
}
