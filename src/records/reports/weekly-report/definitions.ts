import { CHILDREN_DEFINITIONS, MOVEMENT_DEFINITIONS } from './definitions-of-activity.ts';
import { LIST_DEFINITIONS, SPEND_DEFINITIONS } from './definitions-of-spend.ts';
import type { ChildrenFigures, MovementFigures, SpendFigures } from './report.ts';

type Lists = 'highCost' | 'changes' | 'findings';
type GroupFigures = 'nights' | 'weekPence' | 'averageWeeklyPence' | 'childrenCharged';

/** Every figure of the report, by its place in it. */
export type FigureName =
  | `children.${keyof ChildrenFigures<number>}`
  | `movement.${keyof MovementFigures<number>}`
  | `spend.${Exclude<keyof SpendFigures<number, number>, 'byGroup'>}`
  | `spend.byGroup.${GroupFigures}`
  | Lists;

/** What a figure means. */
export interface Definition {
  readonly name: string;
  readonly definition: string;
  readonly unit: 'children' | 'episodes' | 'nights' | 'pounds' | 'packages' | 'findings';
  readonly source: string;
}

/** The definition of every figure: one without does not compile. */
export const DEFINITIONS: Readonly<Record<FigureName, Definition>> = {
  ...CHILDREN_DEFINITIONS,
  ...MOVEMENT_DEFINITIONS,
  ...SPEND_DEFINITIONS,
  ...LIST_DEFINITIONS,
};

/** The figures in the order of the report. */
export const FIGURE_NAMES = Object.keys(DEFINITIONS) as readonly FigureName[];

/** Where on the definitions page a figure's definition stands: `children-total`. */
export function definitionAnchor(figure: FigureName): string {
  return figure.replaceAll('.', '-').toLowerCase();
}
