import type { VNode } from 'preact';
import { counted, inFigures } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { Tag } from '../../../../platform/components/messages.tsx';
import { FigureLink } from '../../../../platform/components/values.tsx';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import type { CellValue } from '../../../../platform/downloads/tabular-data.ts';
import type { ReadingRequest } from '../../../../platform/http/route.ts';
import { computedRows } from '../../../../platform/lists/computed-rows.ts';
import { choiceFilter, type ValuesOf, wayFilter } from '../../../../platform/lists/filters.tsx';
import { type Asked, type ListColumn, list } from '../../../../platform/lists/list.ts';
import { SEVERITIES } from '../../../model.ts';
import { type FindingsFilter, paths } from '../../../paths.ts';
import { mayDo } from '../../../permissions.ts';
import { restrictedLeftOut } from '../../../restrictions/left-out.ts';
import { asKnownNote } from '../../../revisions/as-known-note.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { ruleName } from '../../rule-explanations.ts';
import { SEVERITY_TAGS } from '../../severity-tag.tsx';
import { loadTrend, rulesOf, type TrendStep, trendOf } from '../../trend.ts';
import { RulesTrend, TrendChart } from './trend-chart.tsx';

const NEWEST = 12;

const FILTERS = {
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
  imports: wayFilter({
    label: 'Imports',
    choices: [
      { value: 'newest', text: `The newest ${NEWEST}` },
      { value: 'all', text: 'All' },
    ],
    usual: 'newest',
    problem: 'Choose which imports from the list',
  }),
};

/** An import with its findings, as a row: every value a cell. */
type TrendRow = Readonly<Record<string, CellValue>> & {
  readonly importId: string;
  readonly when: string;
  readonly takenBack: string | null;
};
type Column = ListColumn<TrendRow, Pick<FindingsFilter, 'rule' | 'severity'>, unknown>;

function rowOf({ importId, at, by, takenBack, openBySeverity, ...step }: TrendStep): TrendRow {
  const { found, ended, open } = step;
  return {
    ...{ importId, at: at.toISOString(), when: instantInWords(at), by, found, ended, open },
    ...openBySeverity,
    takenBack: takenBack ? 'Taken back' : null,
  };
}

function whenCell({ importId, when, takenBack }: TrendRow, seesImports: boolean): VNode {
  return (
    <>
      {seesImports ? (
        <a class="govuk-link govuk-link--no-visited-state" href={paths.import(importId)}>
          {when}
        </a>
      ) : (
        when
      )}
      {takenBack !== null && <Tag text={takenBack} colour="grey" />}
    </>
  );
}

async function loadPage({ read }: ReadingRequest, asked: Asked<ValuesOf<typeof FILTERS>>) {
  const { imports: which, ...narrowed } = asked.values;
  const { imports, came, went } = await read((tx: CouncilTransaction<RecordsTables>) =>
    loadTrend(tx, narrowed),
  );
  const all = trendOf(imports, came, went);
  const steps = which === 'all' ? all : all.slice(-NEWEST);
  const more = { steps, rules: rulesOf(steps, came, went) };
  return computedRows(asked, steps.map(rowOf), more);
}

/** A count that leads to what it counts. */
function figure(key: 'found' | 'ended', heading: string, by: 'arose' | 'ended'): Column {
  return {
    ...{ key, heading, type: 'whole' },
    cell: ({ importId, [key]: value, when }, { values: { rule, severity } }) => {
      const filter: FindingsFilter = { [by]: importId, rule, severity };
      return (
        <FigureLink
          value={inFigures(Number(value))}
          of={`${heading.toLowerCase()}, ${when}`}
          {...(value === 0 ? {} : { rows: paths.findingsWhere(filter) })}
        />
      );
    },
  };
}

function columns({ person }: ReadingRequest): readonly Column[] {
  return [
    {
      ...{ key: 'at', heading: 'Import', type: 'text', only: 'page' },
      cell: (row) => whenCell(row, mayDo(person.roles, 'see imports')),
    },
    { key: 'when', heading: 'Import', type: 'text', only: 'file' },
    { key: 'by', heading: 'By', type: 'text' },
    figure('found', 'New', 'arose'),
    figure('ended', 'Ended', 'ended'),
    { key: 'open', heading: 'Open after it', type: 'whole' },
    ...SEVERITIES.map((severity): Column => {
      const heading = `Open: ${SEVERITY_TAGS[severity].text.toLowerCase()}`;
      return { key: severity, heading, type: 'whole' };
    }),
    { key: 'takenBack', heading: 'Taken back', type: 'text', only: 'file' },
  ];
}

/** Import by import, how many findings came, were ended and were open: of what files hold, and not of costs and placements as recorded now. */
export const trendList = list({
  name: 'findings-trend',
  thing: 'trend of findings',
  path: paths.findingsTrend,
  section: 'Records',
  breadcrumbs: () => [{ text: 'Findings', href: paths.findings }],
  permission: 'see findings',
  title: 'Findings import by import',
  filters: FILTERS,
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  load: loadPage,
  choices: ({ rules }) => ({
    rule: rules
      .map(({ rule }) => ({ value: rule, text: ruleName(rule) }))
      .toSorted((one, other) => (one.text < other.text ? -1 : 1)),
  }),
  columns,
  rowHeader: 'at',
  first: { key: 'at', order: 'descending' },
  counted: (total) => <strong>{counted(total, 'import')}</strong>,
  empty: 'Nothing has been imported yet.',
  noMatch: 'No import found anything like it.',
  lead: () => (
    <p class="govuk-body">
      What the files of each import held that needs a look: how many findings were new, how many the
      import ended because it no longer found them, and how many were open after it. A finding that
      came back counts as open from when it first came; an import that is taken back has found
      nothing. What is found in costs and placements as they are now is of no import and not
      counted.
    </p>
  ),
  between: ({ loaded }) => <TrendChart steps={loaded.steps} />,
  below: ({ loaded }) => <RulesTrend rules={loaded.rules} />,
});
