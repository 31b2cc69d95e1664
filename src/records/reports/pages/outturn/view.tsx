import type { VNode } from 'preact';
import { financialYearOf } from '../../../../core/financial-year.ts';
import { type Pence, penceOf, wholePounds } from '../../../../core/money.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { type FigureTile, FigureTiles } from '../../../../platform/components/figure-tiles.tsx';
import { InsetText } from '../../../../platform/components/messages.tsx';
import type { InForce } from '../../../../platform/settings/changes.ts';
import type { ToldOf } from '../../../outturn/outturn.ts';
import { paths } from '../../../paths.ts';
import { WeekMoved, WeekNamed } from '../../document/week-named.tsx';
import { listDefinition } from '../../list-definitions.ts';
import {
  OUTTURN_DEFINITIONS,
  type OutturnFigure,
  outturnDefinition,
} from '../../outturn-definitions.ts';
import type { OutturnOfWeek } from '../../outturn-of-week.ts';
import type { AskedWeek } from '../../week-ending.ts';
import { BridgePicture, BridgeTable } from './bridge.tsx';
import { Method } from './method.tsx';
import { SensitivityTable } from './sensitivity.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The title and heading of the page. */
export const OUTTURN_TITLE = 'Outturn';

/** What the page of the outturn shows. */
export interface OutturnShown {
  readonly outturn: OutturnOfWeek;
  readonly week: AskedWeek;
  readonly weeks: InForce<number>;
  /** Why it is not whole where it reaches back before the records that are held; empty where it is. */
  readonly notWhole: string;
  readonly leftOut: string | undefined;
  readonly seesFindings: boolean;
}

function overOrUnder(sum: Pence, budget: Pence, hasBudget: boolean): string {
  if (!hasBudget) return 'no budget is recorded';
  if (sum === budget) return 'on budget';
  const by = wholePounds(penceOf(Math.abs(sum - budget)));
  return `${by} ${sum > budget ? 'over' : 'under'} the year’s budget`;
}

function tiles({ outturn, week }: OutturnShown): FigureTile[] {
  const { totals, hasBudget, hasPayments } = outturn;
  const { weekEnding } = week;
  const tile = (figure: OutturnFigure, pence: Pence, more: Partial<FigureTile>): FigureTile => ({
    label: OUTTURN_DEFINITIONS[figure].name,
    value: wholePounds(pence),
    definition: outturnDefinition(figure),
    ...more,
  });
  const rows = (figure: ToldOf) => ({ rows: paths.outturnCosts(weekEnding, figure) });
  const lines = { rows: paths.outturnLines(weekEnding) };
  const disputed =
    totals.disputed === 0 ? {} : { note: `of which disputed ${wholePounds(totals.disputed)}` };
  return [
    {
      label: 'Budget for the year',
      value: hasBudget ? wholePounds(totals.annual) : 'None',
      definition: listDefinition('annualBudget'),
    },
    tile('projected', totals.outturn, {
      ...lines,
      note: overOrUnder(totals.outturn, totals.annual, hasBudget),
    }),
    tile('committedOfYear', totals.committed, lines),
    tile('toDate', totals.costToDate, { ...rows('toDate'), ...disputed }),
    tile('paidOfYear', totals.paid, {
      rows: paths.payments(weekEnding),
      note: hasPayments
        ? `of it accruals ${wholePounds(totals.accruals)}`
        : 'no payment is recorded for this year',
    }),
    tile('accrued', totals.accrued, {
      rows: paths.payRuns(weekEnding),
      note: 'nights that a run to come pays',
    }),
    tile('unpaid', totals.unpaid, { rows: paths.payments(weekEnding) }),
  ];
}

function Disputed({ outturn, week, seesFindings }: OutturnShown): VNode {
  const { disputed, disputedLater } = outturn.totals;
  if (disputed === 0 && disputedLater === 0) {
    return <p class="govuk-body">No cost of the year is in dispute.</p>;
  }
  const finding = (rule: string, text: string) =>
    seesFindings ? (
      <a class={LINK} href={paths.findingsOf(rule, week.weekEnding)}>
        {text}
      </a>
    ) : (
      text
    );
  return (
    <p class="govuk-body">
      <a class={LINK} href={paths.outturnCosts(week.weekEnding, 'disputedToDate')}>
        {wholePounds(disputed)}
      </a>{' '}
      of the cost to date is in dispute:{' '}
      {finding('cost-after-placement-ended', 'costs that run on after the placement')} and{' '}
      {finding('cost-without-placement', 'costs without a placement')}. It stands in the projection
      until somebody says what is owed. For the nights to come{' '}
      <a class={LINK} href={paths.outturnCosts(week.weekEnding, 'disputed')}>
        {wholePounds(penceOf(-disputedLater))}
      </a>{' '}
      of the same costs is recorded, and none of it is projected.
    </p>
  );
}

function Ways({ week }: { readonly week: AskedWeek }): VNode {
  const { weekEnding } = week;
  const ways = [
    [paths.outturnLines(weekEnding), 'Outturn by budget line'],
    [paths.outturnCosts(weekEnding), 'Every cost behind it'],
    [paths.outturnHistory(weekEnding), 'What was projected month by month'],
    [paths.budgets(weekEnding), 'Budget against cost'],
    [paths.reportOf(weekEnding), 'The report of this week'],
  ] as const;
  return (
    <ul class="govuk-list wellplaced-no-print">
      {ways.map(([href, text]) => (
        <li key={href}>
          <a class={LINK} href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What the year is going to cost: committed, paid, accrued and projected apart, how it is projected, and what would change it. */
export function OutturnView(shown: OutturnShown): VNode {
  const { outturn, week, notWhole, leftOut } = shown;
  const nothing = outturn.totals.committed === 0 && outturn.lines.length === 0;
  return (
    <>
      <span class="govuk-caption-l">
        <WeekNamed week={week} />
      </span>
      <h1 class="govuk-heading-l">{OUTTURN_TITLE}</h1>
      <WeekMoved week={week} />
      {[notWhole, leftOut ?? ''].map(
        (text) => text !== '' && <InsetText key={text}>{text}</InsetText>,
      )}
      <p class="govuk-body wellplaced-summary">
        What {financialYearOf(week.countsTo).label} is going to cost, as recorded now, its nights
        counted to {dateInWords(week.countsTo)}.{' '}
        <a class={`${LINK} wellplaced-no-print`} href={paths.outturnHistory(week.weekEnding)}>
          What was projected month by month
        </a>
      </p>
      {nothing ? (
        <InsetText>No budget and no cost is recorded for this year.</InsetText>
      ) : (
        <>
          <FigureTiles tiles={tiles(shown)} />
          <h2 class="govuk-heading-m">In dispute</h2>
          <Disputed {...shown} />
          <h2 class="govuk-heading-m">The way to the projection</h2>
          <BridgePicture outturn={outturn} />
          <BridgeTable outturn={outturn} week={week} />
          <Method outturn={outturn} week={week} weeks={shown.weeks} />
          <SensitivityTable outturn={outturn} />
        </>
      )}
      <Ways week={week} />
    </>
  );
}
