import type { VNode } from 'preact';
import { HIDDEN, type Hidden } from '../../../../core/disclosure.ts';
import { oneOrMore } from '../../../../core/english.ts';
import { financialYearOf } from '../../../../core/financial-year.ts';
import { type Pence, penceOf, wholePounds } from '../../../../core/money.ts';
import { FigureTiles } from '../../../../platform/components/figure-tiles.tsx';
import { Filter } from '../../../../platform/components/filter.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import { Money, SuppressedFigure } from '../../../../platform/components/values.tsx';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { InForce } from '../../../../platform/settings/changes.ts';
import { NotConfirmed } from '../../../../platform/settings/not-confirmed.tsx';
import { settingsPaths } from '../../../../platform/settings/paths.ts';
import { paths } from '../../../paths.ts';
import { listDefinition } from '../../list-definitions.ts';
import {
  BUDGETS_TITLE,
  type BudgetsQuery,
  FILE_COLUMNS,
  FIRST_ORDER,
} from '../../lists/budgets-list.ts';
import { BackToReport, ListPage, WeekField, weekTyped } from '../../lists/list-page.tsx';
import { RowList } from '../../lists/row-list.tsx';
import type { ShownBudgetLine, ShownBudgetTotals } from '../../publish-budgets.ts';
import { seesWorkingFigures } from '../../show-week.ts';

const SUMS = ['toDate', 'costToDate', 'varianceToDate', 'annual', 'outturn', 'variance'] as const;

function overOrUnder(variance: Pence | Hidden): string | undefined {
  if (variance === HIDDEN) return undefined;
  if (variance === 0) return 'on budget';
  return `${wholePounds(penceOf(Math.abs(variance)))} ${variance > 0 ? 'over' : 'under'}`;
}

/** A sum in whole pounds, or the mark of one withheld. */
function Whole({ amount }: { readonly amount: Pence | Hidden }): VNode {
  return amount === HIDDEN ? <SuppressedFigure /> : <Money amount={amount} whole={true} />;
}

function noteOf(variance: Pence | Hidden): { readonly note?: string } {
  const note = overOrUnder(variance);
  return note === undefined ? {} : { note };
}

function Totals({ totals }: { readonly totals: ShownBudgetTotals }): VNode {
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
          value: <Whole amount={totals.costToDate} />,
          definition: paths.definition('spend.yearToDatePence'),
          ...noteOf(totals.varianceToDate),
        },
        {
          label: 'Budget for the year',
          value: wholePounds(totals.annual),
          definition: listDefinition('annualBudget'),
        },
        {
          label: 'Projected outturn',
          value: <Whole amount={totals.outturn} />,
          definition: paths.definition('spend.projectedOutturnPence'),
          ...noteOf(totals.variance),
        },
      ]}
    />
  );
}

/** What some of the lines come to; withheld where one of them is. */
function sumsOf(rows: readonly ShownBudgetLine[]): ShownBudgetTotals {
  const budget = (key: 'toDate' | 'annual') => penceOf(rows.reduce((so, row) => so + row[key], 0));
  const cost = (key: Exclude<(typeof SUMS)[number], 'toDate' | 'annual'>): Pence | Hidden => {
    const amounts = rows.map((row) => row[key]);
    return amounts.includes(HIDDEN)
      ? HIDDEN
      : penceOf(amounts.reduce<number>((so, amount) => so + Number(amount), 0));
  };
  return {
    annual: budget('annual'),
    toDate: budget('toDate'),
    costToDate: cost('costToDate'),
    varianceToDate: cost('varianceToDate'),
    outturn: cost('outturn'),
    variance: cost('variance'),
  };
}

/** The sums of a row in whole pounds, so that a page has room for all of them; the file has the pence. */
function wholeSums(row: ShownBudgetTotals): Readonly<Record<string, VNode>> {
  return Object.fromEntries(SUMS.map((key) => [key, <Whole amount={row[key]} />]));
}

/** Budget lines against what they cost. */
export function BudgetsView(props: {
  readonly request: PageRequest;
  readonly values: BudgetsQuery;
  /** The threshold of what is withheld; undefined where nothing is. */
  readonly withheldBelow: InForce | undefined;
  /** Of all lines, whatever the search. */
  readonly totals: ShownBudgetTotals;
  readonly rows: readonly ShownBudgetLine[];
  readonly leavesOut: boolean;
}): VNode {
  const { request, values, totals, rows, withheldBelow } = props;
  const whole = seesWorkingFigures(request.person.roles);
  const weekEnding = values['week-ending'];
  const total = values.search === undefined ? totals : sumsOf(rows);
  const { label } = financialYearOf(weekEnding);
  return (
    <ListPage
      title={BUDGETS_TITLE}
      weekEnding={weekEnding}
      lead={
        <>
          {`Every cost centre and subjective of ${label} with a budget or a cost, from 1 April to the end of the week and for the whole year. Variances are cost less budget: above nought is overspent.${whole ? '' : ` What the children of a line cost is withheld where they are few, and shown as ${HIDDEN}.`}`}
          {withheldBelow && (
            <NotConfirmed
              href={settingsPaths.of(withheldBelow.setting)}
              confirmed={withheldBelow.confirmed}
              what="the threshold"
            />
          )}
        </>
      }
    >
      <Totals totals={totals} />
      <Filter label="Filter budget lines" path={paths.budgets(weekEnding)}>
        <WeekField value={weekTyped(weekEnding)} />
        <TextInput name="search" label="Code or description" value={values.search ?? ''} />
      </Filter>
      <RowList
        list="budgets"
        caption={BUDGETS_TITLE}
        counted={oneOrMore(rows.length, 'line')}
        path={request.path}
        query={request.query}
        columns={FILE_COLUMNS}
        rows={rows}
        leavesOut={props.leavesOut}
        first={FIRST_ORDER}
        cells={(row) => ({
          ...wholeSums(row),
          costCentre: <CostCentre line={row} costs={whole ? paths.costs(weekEnding) : undefined} />,
        })}
        total={{ ...wholeSums(total), costCentre: 'All rows' }}
        empty="No budget and no cost is recorded for this year as the search asks."
      />
      <BackToReport weekEnding={weekEnding} />
    </ListPage>
  );
}

/** A cost centre, leading to what it was charged in the week for whoever may see that. */
function CostCentre(props: {
  readonly line: ShownBudgetLine;
  readonly costs: string | undefined;
}): VNode {
  const { costCentre } = props.line;
  if (costCentre === null) return <>Not recorded</>;
  if (props.costs === undefined) return <>{costCentre}</>;
  const href = `${props.costs}&${new URLSearchParams({ costCentre })}`;
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={href}>
      {costCentre}
    </a>
  );
}
