import type { ComponentChildren, VNode } from 'preact';
import { HIDDEN, type Hidden } from '../../core/disclosure.ts';
import { penceOf, wholePounds } from '../../core/money.ts';
import { type FigureTile, FigureTiles } from '../../platform/components/figure-tiles.tsx';
import { DateInWords, SuppressedFigure } from '../../platform/components/values.tsx';
import { NotConfirmed } from '../../platform/settings/not-confirmed.tsx';
import { settingsPaths } from '../../platform/settings/paths.ts';
import { paths } from '../paths.ts';
import { count } from '../reports/document/figure.tsx';
import { SMALL_NUMBER } from '../reports/small-number.ts';
import type { AnyReport } from '../reports/weekly-report/as-tables.ts';
import { reasonsOf } from '../reports/weekly-report/records-begin.ts';
import { NotShown } from '../restrictions/not-shown.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

function shown<Value extends number>(
  value: Value | Hidden,
  inFigures: (value: Value) => string,
): ComponentChildren {
  return value === HIDDEN ? <SuppressedFigure /> : inFigures(value);
}

/** A note made of two counts, unless either is withheld. */
function noteOf(
  one: number | Hidden,
  other: number | Hidden,
  say: (one: string, other: string) => string,
): { readonly note?: string } {
  return one === HIDDEN || other === HIDDEN ? {} : { note: say(count(one), count(other)) };
}

function budgetNote({ spend }: AnyReport): { readonly note?: string } {
  const { yearToDatePence: spent, budgetToDatePence: budget } = spend;
  if (spent === HIDDEN || budget === HIDDEN || budget === 0) return {};
  const overspent = spent - budget;
  return {
    note: `${wholePounds(penceOf(Math.abs(overspent)))} ${overspent > 0 ? 'over' : 'under'} budget to date`,
  };
}

function reportTiles(report: AnyReport, seesChildren: boolean): FigureTile[] {
  const { weekEnding, countsTo, children, movement, spend } = report;
  const leadingTo = (rows: string) => (seesChildren ? { rows } : {});
  return [
    {
      label: 'Children looked after',
      value: shown(children.total, count),
      definition: paths.definition('children.total'),
      ...leadingTo(paths.childrenWhere({ on: countsTo })),
      ...noteOf(
        movement.starts,
        movement.ends,
        (starts, ends) => `${starts} started, ${ends} ceased`,
      ),
    },
    {
      label: 'Placement moves',
      value: shown(movement.placementMoves, count),
      definition: paths.definition('movement.placementMoves'),
      ...leadingTo(paths.movements(weekEnding, 'moves')),
      ...noteOf(movement.unplannedMoves, 0, (unplanned) => `${unplanned} unplanned`),
    },
    {
      label: 'Spend in the week',
      value: shown(spend.weekPence, wholePounds),
      definition: paths.definition('spend.weekPence'),
      ...leadingTo(paths.costs(weekEnding)),
    },
    {
      label: 'Spend in the year to date',
      value: shown(spend.yearToDatePence, wholePounds),
      definition: paths.definition('spend.yearToDatePence'),
      rows: paths.budgets(weekEnding),
      ...budgetNote(report),
    },
  ];
}

/** The headline of the last whole week's report. */
export function ThisWeek(props: {
  readonly report: AnyReport;
  readonly seesChildren: boolean;
}): VNode {
  const { report, seesChildren } = props;
  const notWhole = reasonsOf(report.notWhole.children, report.notWhole.yearCosts).trim();
  return (
    <section>
      <h2 class="govuk-heading-m">
        Week ending <DateInWords date={report.weekEnding} />
      </h2>
      <FigureTiles tiles={reportTiles(report, seesChildren)} />
      <NotShown some={report.leavesOut} />
      {notWhole !== '' && <p class="govuk-body">{notWhole}</p>}
      {!report.working && !report.thresholdConfirmed && (
        <p class="govuk-body">
          {report.marking}.
          <NotConfirmed
            href={settingsPaths.of(SMALL_NUMBER.name)}
            confirmed={report.thresholdConfirmed}
            what="the threshold"
          />
        </p>
      )}
      <p class="govuk-body">
        <a class={LINK} href={paths.reportOf(report.weekEnding)}>
          Read the weekly placements report
        </a>
        {seesChildren && (
          <>
            {' · '}
            <a class={LINK} href={paths.sinceLastWeek(report.weekEnding)}>
              What changed since last week
            </a>
            {' · '}
            <a class={LINK} href={paths.providers}>
              Providers and their prices
            </a>
          </>
        )}
      </p>
    </section>
  );
}
