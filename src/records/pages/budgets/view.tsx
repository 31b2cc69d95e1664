import type { VNode } from 'preact';
import { financialYearOf } from '../../../core/financial-year.ts';
import { type Pence, penceOf, wholePounds } from '../../../core/money.ts';
import { FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { Filter } from '../../../platform/components/filter.tsx';
import { TextInput } from '../../../platform/components/text-input.tsx';
import { Money } from '../../../platform/components/values.tsx';
import type { TabularColumn } from '../../../platform/downloads/tabular-data.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { listDefinition } from '../definitions/list-definitions.ts';
import { paths } from '../paths.ts';
import { BackToReport, ListPage, WeekField, weekTyped } from '../report/list-page.tsx';
import { type FirstOrder, RowList } from '../report/row-list.tsx';
import type { BudgetLine, BudgetTotals } from './budget-lines.ts';
import type { BudgetsQuery } from './schema.ts';

/** The title and heading of the budgets. */
export const BUDGETS_TITLE = 'Budget against cost';

/** The most overspent first. */
export const FIRST_ORDER: FirstOrder = { key: 'variance', order: 'descending' };

/** The columns of the page and of the file. */
export const FILE_COLUMNS: readonly TabularColumn[] = [
  { key: 'costCentre', heading: 'Cost centre', type: 'text' },
  { key: 'subjective', heading: 'Subjective', type: 'text' },
  { key: 'description', heading: 'Description', type: 'text' },
  { key: 'toDate', heading: 'Budget to date', type: 'money' },
  { key: 'costToDate', heading: 'Cost to date', type: 'money' },
  { key: 'varianceToDate', heading: 'Variance to date', type: 'money' },
  { key: 'annual', heading: 'Budget for the year', type: 'money' },
  { key: 'outturn', heading: 'Projected outturn', type: 'money' },
  { key: 'variance', heading: 'Projected variance', type: 'money' },
];

const SUMS = ['toDate', 'costToDate', 'varianceToDate', 'annual', 'outturn', 'variance'] as const;

function overOrUnder(variance: Pence): string {
  if (variance === 0) return 'on budget';
  return `${wholePounds(penceOf(Math.abs(variance)))} ${variance > 0 ? 'over' : 'under'}`;
}

function Totals({ totals }: { readonly totals: BudgetTotals }): VNode {
  return (
    <FigureTiles
      tiles={[
        {
          label: 'Budget to date',
          value: wholePounds(totals.toDate),
          definition: paths.definition('spend.budgetToDatePence'),
        },
        {
          label: 'Cost to date',
          value: wholePounds(totals.costToDate),
          definition: paths.definition('spend.yearToDatePence'),
          note: overOrUnder(totals.varianceToDate),
        },
        {
          label: 'Budget for the year',
          value: wholePounds(totals.annual),
          definition: listDefinition('annualBudget'),
        },
        {
          label: 'Projected outturn',
          value: wholePounds(totals.outturn),
          definition: paths.definition('spend.projectedOutturnPence'),
          note: overOrUnder(totals.variance),
        },
      ]}
    />
  );
}

function sumsOf(rows: readonly BudgetLine[]): BudgetTotals {
  const sum = (key: (typeof SUMS)[number]) => penceOf(rows.reduce((so, row) => so + row[key], 0));
  return {
    annual: sum('annual'),
    toDate: sum('toDate'),
    costToDate: sum('costToDate'),
    varianceToDate: sum('varianceToDate'),
    outturn: sum('outturn'),
    variance: sum('variance'),
  };
}

/** The sums of a row in whole pounds, so that a page has room for all of them; the file has the pence. */
function wholeSums(row: BudgetTotals): Readonly<Record<string, VNode>> {
  return Object.fromEntries(SUMS.map((key) => [key, <Money amount={row[key]} whole={true} />]));
}

/** Budget lines against what they cost. */
export function BudgetsView(props: {
  readonly request: PageRequest;
  readonly values: BudgetsQuery;
  /** Of all lines, whatever the search. */
  readonly totals: BudgetTotals;
  readonly rows: readonly BudgetLine[];
}): VNode {
  const { request, values, totals, rows } = props;
  const weekEnding = values['week-ending'];
  const total = values.search === undefined ? totals : sumsOf(rows);
  const { label } = financialYearOf(weekEnding);
  return (
    <ListPage
      title={BUDGETS_TITLE}
      weekEnding={weekEnding}
      lead={`Every cost centre and subjective of ${label} with a budget or a cost, from 1 April to the end of the week and for the whole year. Variances are cost less budget: above nought is overspent.`}
    >
      <Totals totals={totals} />
      <Filter label="Filter budget lines" path={paths.budgets(weekEnding)}>
        <WeekField value={weekTyped(weekEnding)} />
        <TextInput name="search" label="Code or description" value={values.search ?? ''} />
      </Filter>
      <RowList
        list="budgets"
        caption={BUDGETS_TITLE}
        counted={rows.length === 1 ? 'line' : 'lines'}
        path={request.path}
        query={request.query}
        columns={FILE_COLUMNS}
        rows={rows}
        first={FIRST_ORDER}
        cells={(row) => ({
          ...wholeSums(row),
          costCentre: <CostCentre line={row} costs={paths.costs(weekEnding)} />,
        })}
        total={{ ...wholeSums(total), costCentre: 'All rows' }}
        empty="No budget and no cost is recorded for this year as the search asks."
      />
      <BackToReport weekEnding={weekEnding} />
    </ListPage>
  );
}

/** A cost centre, leading to what it was charged in the week. */
function CostCentre(props: { readonly line: BudgetLine; readonly costs: string }): VNode {
  const { costCentre } = props.line;
  if (costCentre === null) return <>Not recorded</>;
  const href = `${props.costs}&${new URLSearchParams({ costCentre })}`;
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={href}>
      {costCentre}
    </a>
  );
}
