import { DEFINITIONS, type FigureName } from '../weekly-report/definitions.ts';
import type { WeeklyReport } from '../weekly-report/report.ts';

/** The headline figures of a week, in the order of the report; nights are those of all groups together. */
export const HEADLINE_FIGURES = [
  'children.total',
  'children.inArea',
  'children.outOfArea',
  'children.areaUnknown',
  'children.over20MilesAndOut',
  'children.aged16plus',
  'children.uasc',
  'children.shortBreaks',
  'children.leftOut',
  'movement.atStart',
  'movement.starts',
  'movement.ends',
  'movement.joinedWithoutStart',
  'movement.leftWithoutEnd',
  'movement.placementMoves',
  'movement.unplannedMoves',
  'spend.byGroup.nights',
  'spend.weekPence',
  'spend.netOfContributionsPence',
  'spend.shortBreaksWeekPence',
  'spend.yearToDatePence',
  'spend.budgetToDatePence',
  'spend.projectedOutturnPence',
] as const satisfies readonly FigureName[];
export type HeadlineName = (typeof HEADLINE_FIGURES)[number];

/** The value of each headline figure: a count, or pence. */
export type HeadlineFigures = Readonly<Record<HeadlineName, number>>;

/** Whether a figure is money. */
export function isMoney(name: HeadlineName): boolean {
  return DEFINITIONS[name].unit === 'pounds';
}

/** The headline figures of a report. */
export function headlineFigures({ children, movement, spend }: WeeklyReport): HeadlineFigures {
  const parts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    children: { ...children },
    movement: { ...movement },
    spend: { ...spend },
  };
  return figuresBy((name) => {
    if (name === 'spend.byGroup.nights') {
      return spend.byGroup.reduce((sum, { nights }) => sum + nights, 0);
    }
    const [part = '', figure = ''] = name.split('.');
    return Number(parts[part]?.[figure]);
  });
}

/** A value for each headline figure. */
export function figuresBy(value: (name: HeadlineName) => number): HeadlineFigures {
  const values = HEADLINE_FIGURES.map((name) => [name, value(name)]);
  return Object.fromEntries(values) as Record<HeadlineName, number>;
}

/** The later less the earlier. */
export function difference(later: HeadlineFigures, earlier: HeadlineFigures): HeadlineFigures {
  return figuresBy((name) => later[name] - earlier[name]);
}
