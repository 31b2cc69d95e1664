import type { VNode } from 'preact';
import { penceOf, wholePounds } from '../../../core/money.ts';
import { type FigureTile, FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { DateInWords } from '../../../platform/components/values.tsx';
import type { WeeklyReport } from '../../weekly-report/report.ts';
import { paths } from '../paths.ts';
import { count } from '../report/figure.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

function reportTiles(report: WeeklyReport, seesChildren: boolean): FigureTile[] {
  const { weekEnding, children, movement, spend } = report;
  const overspent = spend.yearToDatePence - spend.budgetToDatePence;
  return [
    {
      label: 'Children looked after',
      value: count(children.total),
      definition: paths.definition('children.total'),
      ...(seesChildren ? { rows: paths.childrenWhere({ on: weekEnding }) } : {}),
      note: `${count(movement.starts)} started, ${count(movement.ends)} ceased`,
    },
    {
      label: 'Placement moves',
      value: count(movement.placementMoves),
      definition: paths.definition('movement.placementMoves'),
      rows: paths.movements(weekEnding, 'moves'),
      note: `${count(movement.unplannedMoves)} unplanned`,
    },
    {
      label: 'Spend in the week',
      value: wholePounds(spend.weekPence),
      definition: paths.definition('spend.weekPence'),
      rows: paths.costs(weekEnding),
    },
    {
      label: 'Spend in the year to date',
      value: wholePounds(spend.yearToDatePence),
      definition: paths.definition('spend.yearToDatePence'),
      rows: paths.budgets(weekEnding),
      ...(spend.budgetToDatePence === 0
        ? {}
        : {
            note: `${wholePounds(penceOf(Math.abs(overspent)))} ${overspent > 0 ? 'over' : 'under'} budget to date`,
          }),
    },
  ];
}

/** The headline of the last whole week's report. */
export function ThisWeek(props: {
  readonly report: WeeklyReport;
  readonly seesChildren: boolean;
}): VNode {
  const { report, seesChildren } = props;
  return (
    <section>
      <h2 class="govuk-heading-m">
        Week ending <DateInWords date={report.weekEnding} />
      </h2>
      <FigureTiles tiles={reportTiles(report, seesChildren)} />
      <p class="govuk-body">
        <a class={LINK} href={paths.reportOf(report.weekEnding)}>
          Read the weekly placements report
        </a>
      </p>
    </section>
  );
}
