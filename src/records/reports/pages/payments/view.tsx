import type { VNode } from 'preact';
import { oneOrMore } from '../../../../core/english.ts';
import { financialYearOf } from '../../../../core/financial-year.ts';
import { type Pence, poundsAndPence, wholePounds } from '../../../../core/money.ts';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { Select } from '../../../../platform/components/choices.tsx';
import { FigureTiles } from '../../../../platform/components/figure-tiles.tsx';
import { Filter } from '../../../../platform/components/filter.tsx';
import { Tag } from '../../../../platform/components/messages.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { InForce } from '../../../../platform/settings/changes.ts';
import { NotConfirmed } from '../../../../platform/settings/not-confirmed.tsx';
import { settingsPaths } from '../../../../platform/settings/paths.ts';
import { paths } from '../../../paths.ts';
import { listDefinition } from '../../list-definitions.ts';
import { childCells, childColumns } from '../../lists/child-cells.tsx';
import { BackToReport, ListPage, WeekField, weekTyped } from '../../lists/list-page.tsx';
import {
  COLUMNS,
  FIRST_ORDER,
  PAYMENTS_TITLE,
  type PaymentsQuery,
} from '../../lists/payments-list.ts';
import { RowList } from '../../lists/row-list.tsx';
import { type Difference, PAYMENT_STATES, sumsOf } from '../../payment-differences.ts';
import { inWords } from '../../value-in-words.ts';

const STATE_COLOURS = { 'over-paid': 'red', 'under-paid': 'yellow', matched: 'green' } as const;

function Totals({ rows }: { readonly rows: readonly Difference[] }): VNode {
  const sums = sumsOf(rows);
  const tile = (label: string, value: keyof typeof sums, definition: string, note?: string) => ({
    label,
    value: wholePounds(sums[value]),
    definition,
    ...(note === undefined ? {} : { note }),
  });
  return (
    <FigureTiles
      tiles={[
        tile('Committed', 'committed', listDefinition('committed')),
        tile('Paid', 'paid', listDefinition('paid'), 'accruals included'),
        tile('Of it accruals', 'accruals', listDefinition('accruals')),
        tile('Commitment lines', 'commitments', listDefinition('commitments'), 'in neither figure'),
        tile('Difference', 'difference', listDefinition('difference'), 'paid less committed'),
      ]}
    />
  );
}

function leadText(values: PaymentsQuery, paidTo: PlainDate | undefined, within: Pence): string {
  const weekEnding = values['week-ending'];
  const { label } = financialYearOf(weekEnding);
  const lastDay = values.days === 'paid' && paidTo !== undefined ? paidTo : weekEnding;
  const reach =
    paidTo === undefined
      ? 'No actual payment is recorded for these days.'
      : `Actual payments are recorded for days up to ${dateInWords(paidTo)}.`;
  return `What packages cost from 1 April (${label}) to ${dateInWords(lastDay)}, and what was paid for the same days. ${reach} A child within ${poundsAndPence(within)} counts as matched.`;
}

/** Committed cost against payments, child by child. */
export function PaymentsView(props: {
  readonly request: PageRequest;
  readonly values: PaymentsQuery;
  readonly all: readonly Difference[];
  readonly paidTo: PlainDate | undefined;
  /** How near counts as matched. */
  readonly within: InForce<Pence>;
  readonly rows: readonly Difference[];
  readonly leavesOut: boolean;
}): VNode {
  const { request, values, all, paidTo, rows, leavesOut, within } = props;
  const { roles } = request.person;
  const weekEnding = values['week-ending'];
  const having = (state: string) => all.filter((row) => row.state === state).length;
  const lead = (
    <>
      {leadText(values, paidTo, within.value)}
      <NotConfirmed
        href={settingsPaths.of(within.setting)}
        confirmed={within.confirmed}
        what="how near counts as matched"
      />
    </>
  );
  return (
    <ListPage title={PAYMENTS_TITLE} weekEnding={weekEnding} lead={lead}>
      <Totals rows={rows} />
      <Filter label="Filter payments" path={paths.payments(weekEnding)}>
        <WeekField value={weekTyped(weekEnding)} />
        <Select
          name="state"
          label="State"
          value={values.state ?? ''}
          choices={[
            { value: '', text: `All (${all.length})` },
            ...PAYMENT_STATES.map((value) => ({
              value,
              text: `${inWords(value)} (${having(value)})`,
            })),
          ]}
        />
        <Select
          name="days"
          label="Days compared"
          value={values.days}
          choices={[
            { value: 'week', text: 'To the end of the week' },
            { value: 'paid', text: 'To the last day paid' },
          ]}
        />
        <TextInput name="search" label="Package or child" value={values.search ?? ''} />
      </Filter>
      <RowList
        list="payments"
        caption={PAYMENTS_TITLE}
        counted={oneOrMore(rows.length, 'child', 'children')}
        path={request.path}
        query={request.query}
        columns={[...childColumns(roles), ...COLUMNS]}
        rows={rows}
        leavesOut={leavesOut}
        first={FIRST_ORDER}
        rowHeader="package"
        cells={(row) => ({
          ...childCells(roles, row),
          state: <Tag text={inWords(row.state)} colour={STATE_COLOURS[row.state]} />,
        })}
        total={{ package: 'All rows', ...sumsOf(rows) }}
        empty="No child has a cost or a payment as the filters ask."
      />
      <BackToReport weekEnding={weekEnding} />
    </ListPage>
  );
}
