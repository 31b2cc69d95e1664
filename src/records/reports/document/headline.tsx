import type { VNode } from 'preact';
import { HIDDEN } from '../../../core/disclosure.ts';
import { type Pence, penceOf, wholePounds } from '../../../core/money.ts';
import { type FigureTile, FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { SuppressedFigure } from '../../../platform/components/values.tsx';
import type { AnyReport } from '../weekly-report/as-tables.ts';
import { DEFINITIONS, type FigureName } from '../weekly-report/definitions.ts';
import type { NotWhole } from '../weekly-report/records-begin.ts';
import { isOver } from '../weekly-report/week.ts';
import { nightsInWords } from '../weekly-report/week-in-words.ts';
import { Balance, LeftOut } from './balance.tsx';
import { count } from './figure.tsx';
import type { ReportLinks } from './links.ts';

interface Headline {
  readonly figure: FigureName;
  readonly value: number | typeof HIDDEN;
  readonly shown: (value: number) => string;
  readonly rows: string | undefined;
  readonly note?: string | undefined;
}

/** Why the figure is not whole where it reaches back before the records that are held. */
function reasonNotWhole(figure: FigureName, { children, costs, yearCosts }: NotWhole) {
  if (figure === 'spend.budgetToDatePence') return undefined;
  if (!figure.startsWith('spend.')) return children;
  const isOfYear = figure === 'spend.yearToDatePence' || figure === 'spend.projectedOutturnPence';
  return isOfYear ? yearCosts : costs;
}

function tile(links: ReportLinks, headline: Headline, notWhole: NotWhole): FigureTile {
  const { figure, value, shown, rows, note } = headline;
  const notes = note === undefined ? [] : [note];
  if (reasonNotWhole(figure, notWhole) !== undefined) notes.push('not whole');
  const hidden = value === HIDDEN;
  return {
    label: DEFINITIONS[figure].name,
    definition: links.definition(figure),
    value: hidden ? <SuppressedFigure /> : shown(value),
    ...(rows === undefined || hidden || value === 0 ? {} : { rows }),
    ...(notes.length === 0 ? {} : { note: notes.join(', ') }),
  };
}

function childrenTiles({ children }: AnyReport, links: ReportLinks): Headline[] {
  const where = links.rows?.children;
  const row = (
    name:
      | 'total'
      | 'inArea'
      | 'outOfArea'
      | 'areaUnknown'
      | 'over20MilesAndOut'
      | 'aged16plus'
      | 'uasc'
      | 'shortBreaks',
    filter: Parameters<NonNullable<typeof where>>[0],
  ): Headline => ({
    figure: `children.${name}`,
    value: children[name],
    shown: count,
    rows: where?.(filter),
  });
  return [
    row('total', {}),
    row('inArea', { area: 'in' }),
    row('outOfArea', { area: 'out' }),
    row('areaUnknown', { area: 'unknown' }),
    row('over20MilesAndOut', { area: 'out', far: 'yes' }),
    row('aged16plus', { age: '16plus' }),
    row('uasc', { uasc: 'yes' }),
    row('shortBreaks', { shortBreaks: 'yes' }),
  ];
}

function movementTiles({ movement }: AnyReport, links: ReportLinks): Headline[] {
  const rows = links.rows?.movements;
  const unread = (
    [
      ['joinedWithoutStart', 'joined'],
      ['leftWithoutEnd', 'left'],
    ] as const
  ).map(
    ([name, kind]): Headline => ({
      figure: `movement.${name}`,
      value: movement[name],
      shown: count,
      rows: rows?.(kind),
    }),
  );
  return [
    { figure: 'movement.starts', value: movement.starts, shown: count, rows: rows?.('starts') },
    { figure: 'movement.ends', value: movement.ends, shown: count, rows: rows?.('ends') },
    {
      figure: 'movement.placementMoves',
      value: movement.placementMoves,
      shown: count,
      rows: rows?.('moves'),
    },
    {
      figure: 'movement.unplannedMoves',
      value: movement.unplannedMoves,
      shown: count,
      rows: rows?.('unplanned'),
    },
    ...unread.filter(({ value }) => value !== 0),
  ];
}

/** By how much a sum stands over or under its budget; nothing when either is withheld or there is no budget. */
function overOrUnder(
  sum: Pence | typeof HIDDEN,
  budget: Pence | typeof HIDDEN,
  name: string,
): string | undefined {
  if (sum === HIDDEN || budget === HIDDEN || budget === 0) return undefined;
  const difference = penceOf(Math.abs(sum - budget));
  return `${wholePounds(difference)} ${sum > budget ? 'over' : 'under'} ${name} of ${wholePounds(budget)}`;
}

function spendTiles(
  { spend, ...week }: AnyReport,
  links: ReportLinks,
  annualBudget: Pence,
): Headline[] {
  const { rows } = links;
  const soFar = isOver(week) ? undefined : nightsInWords(week);
  const money = (value: number) => wholePounds(penceOf(value));
  const disputed = (sum: Pence | typeof HIDDEN) =>
    sum === HIDDEN || sum === 0 ? [] : [`of which disputed ${wholePounds(sum)}`];
  const noted = (...notes: readonly (string | undefined)[]) => {
    const said = notes.filter((note) => note !== undefined);
    return said.length === 0 ? undefined : said.join(', ');
  };
  const row = (
    name: Exclude<keyof AnyReport['spend'], 'byGroup'>,
    to: string | undefined,
    note?: string,
  ): Headline => ({ figure: `spend.${name}`, value: spend[name], shown: money, rows: to, note });
  return [
    row('weekPence', rows?.costs(), noted(soFar, ...disputed(spend.disputedWeekPence))),
    row(
      'netOfContributionsPence',
      rows?.costs(),
      ['after what others contribute', ...(soFar === undefined ? [] : [soFar])].join(', '),
    ),
    row(
      'yearToDatePence',
      rows?.budgets,
      noted(
        overOrUnder(spend.yearToDatePence, spend.budgetToDatePence, 'the budget to date'),
        ...disputed(spend.disputedYearToDatePence),
      ),
    ),
    row('budgetToDatePence', rows?.budgets),
    row(
      'projectedOutturnPence',
      rows?.outturn,
      overOrUnder(spend.projectedOutturnPence, annualBudget, 'the year’s budget'),
    ),
  ];
}

/** The headline figures of the week: children, movement and money. */
export function Headlines(props: {
  readonly report: AnyReport;
  readonly links: ReportLinks;
  readonly annualBudget: Pence;
}): VNode {
  const { report, links, annualBudget } = props;
  const parts: readonly (readonly [string, readonly Headline[], VNode | null])[] = [
    [
      'Children looked after',
      childrenTiles(report, links),
      <LeftOut key="left-out" report={report} links={links} />,
    ],
    [
      isOver(report)
        ? 'Movement in the week'
        : `Movement in the week so far: ${nightsInWords(report)}`,
      movementTiles(report, links),
      <Balance key="balance" report={report} links={links} />,
    ],
    ['Expenditure', spendTiles(report, links, annualBudget), null],
  ];
  return (
    <>
      {parts.map(([heading, headlines, note]) => (
        <section key={heading}>
          <h2 class="govuk-heading-m">{heading}</h2>
          <FigureTiles
            tiles={headlines.map((headline) => tile(links, headline, report.notWhole))}
          />
          {note}
        </section>
      ))}
    </>
  );
}
