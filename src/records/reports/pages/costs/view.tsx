import type { VNode } from 'preact';
import { oneOrMore } from '../../../../core/english.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { Table } from '../../../../platform/components/table.tsx';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { type Charge, chargeSubtotals } from '../../charges.ts';
import { Definitions } from '../../document/figure.tsx';
import { DEFINITION_LINKS } from '../../document/links.ts';
import { childCells, childColumns } from '../../lists/child-cells.tsx';
import { COLUMNS, COSTS_TITLE, type CostsQuery, FIRST_ORDER } from '../../lists/costs-list.ts';
import { BackToReport, ListPage } from '../../lists/list-page.tsx';
import { RowList } from '../../lists/row-list.tsx';
import { CHARGE_KEY_NAMES, CostsFilter } from './filter-form.tsx';

function Subtotals(props: {
  readonly request: PageRequest;
  readonly values: CostsQuery;
  readonly rows: readonly Charge[];
}): VNode {
  const { request, values, rows } = props;
  const { by } = values;
  const { lines, total } = chargeSubtotals(rows, by);
  const only = (value: string) =>
    addressWith(request.path, request.query, { [by]: value, page: undefined });
  return (
    <Table
      caption={`Subtotals by ${CHARGE_KEY_NAMES[by].toLowerCase()}`}
      captionSize="s"
      columns={[
        { key: 'value', heading: CHARGE_KEY_NAMES[by], type: 'text' },
        { key: 'children', heading: 'Children', type: 'whole' },
        { key: 'nights', heading: 'Nights of elements', type: 'whole' },
        { key: 'cost', heading: 'Cost', type: 'money' },
      ]}
      rowHeader="value"
      rows={[
        ...lines.map((line) => ({
          cells: {
            ...line,
            value:
              line.value === null ? (
                'Not recorded'
              ) : (
                <a class="govuk-link govuk-link--no-visited-state" href={only(line.value)}>
                  {line.value}
                </a>
              ),
          },
        })),
        { cells: { ...total, value: 'All of these rows' }, total: true },
      ]}
      empty="There is nothing to sum."
    />
  );
}

/** The charges of a week, their subtotals and their rows. */
export function CostsView(props: {
  readonly request: PageRequest;
  readonly values: CostsQuery;
  /** Every charge of the week that the reader may see. */
  readonly all: readonly Charge[];
  /** Those that the filters leave. */
  readonly rows: readonly Charge[];
  readonly leavesOut: boolean;
}): VNode {
  const { request, values, all, rows, leavesOut } = props;
  const { roles } = request.person;
  const weekEnding = values['week-ending'];
  const { total } = chargeSubtotals(rows, values.by);
  return (
    <ListPage
      title={COSTS_TITLE}
      weekEnding={weekEnding}
      lead="What each element of a package cost on the nights of the week: nights × weekly rate ÷ 7. A subtotal is rounded once, so it may differ from its rows by pence."
    >
      <CostsFilter values={values} all={all} />
      {rows.length > 0 && <Subtotals request={request} values={values} rows={rows} />}
      <RowList
        list="costs"
        caption={COSTS_TITLE}
        counted={oneOrMore(rows.length, 'element charged', 'elements charged')}
        path={request.path}
        query={request.query}
        columns={[...childColumns(roles), ...COLUMNS]}
        rows={rows}
        leavesOut={leavesOut}
        first={FIRST_ORDER}
        rowHeader="package"
        cells={(row) => childCells(roles, row)}
        total={{ package: 'All rows', nights: total.nights, cost: total.cost }}
        empty="Nothing was charged in this week as the filters ask."
      />
      <Definitions
        figures={['spend.weekPence', 'spend.byGroup.weekPence', 'spend.netOfContributionsPence']}
        links={DEFINITION_LINKS}
      />
      <BackToReport weekEnding={weekEnding} />
    </ListPage>
  );
}
