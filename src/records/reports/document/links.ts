import type { Role } from '../../../platform/permission/roles.ts';
import { settingsPaths } from '../../../platform/settings/paths.ts';
import type { CostGroup } from '../../care-cost/attribution.ts';
import { type ChildrenFilter, type MovementKind, paths } from '../../paths.ts';
import { mayDo } from '../../permissions.ts';
import { SMALL_NUMBER } from '../small-number.ts';
import { definitionAnchor, type FigureName } from '../weekly-report/definitions.ts';
import type { WeekShown } from '../weekly-report/week.ts';

/** Where the rows behind the figures are; undefined where the reader may not see them. */
export interface RowLinks {
  children(filter: Omit<ChildrenFilter, 'on'>): string | undefined;
  movements(kind: MovementKind): string;
  costs(group?: CostGroup): string;
  readonly payments: string;
  readonly budgets: string;
  readonly outturn: string;
  findings(rule: string): string | undefined;
  readonly childrenGone: string | undefined;
  /** The page of the child who is named so in the report. */
  child(pseudonym: string): string | undefined;
}

/** Where the figures of a report lead: to what they mean and, in the council's own report, to their rows. */
export interface ReportLinks {
  definition(figure: FigureName): string;
  /** Where the threshold of small numbers is settled; nowhere in a file. */
  readonly smallNumber?: string;
  readonly rows?: RowLinks;
}

/** Links of a published report's page: rows are whole figures, so none leads there. */
export const DEFINITION_LINKS: ReportLinks = {
  definition: paths.definition,
  smallNumber: settingsPaths.of(SMALL_NUMBER.name),
};

/** Links inside a file that holds its own definitions. */
export const LINKS_WITHIN: ReportLinks = {
  definition: (figure) => `#${definitionAnchor(figure)}`,
};

/** Links of the council's own report, as far as the role may follow them. */
export function workingLinks(
  { weekEnding, countsTo }: WeekShown,
  roles: readonly Role[],
  childOf: ReadonlyMap<string, string>,
): ReportLinks {
  const seesChildren = mayDo(roles, 'see children');
  const seesAChild = mayDo(roles, 'see a child');
  const seesFindings = mayDo(roles, 'see findings');
  return {
    definition: paths.definition,
    rows: {
      children: (filter) =>
        seesChildren ? paths.childrenWhere({ on: countsTo, ...filter }) : undefined,
      movements: (kind) => paths.movements(weekEnding, kind),
      costs: (group) => paths.costs(weekEnding, group),
      payments: paths.payments(weekEnding),
      budgets: paths.budgets(weekEnding),
      outturn: seesChildren ? paths.outturn(weekEnding) : paths.budgets(weekEnding),
      findings: (rule) => (seesFindings ? paths.findingsOf(rule, weekEnding) : undefined),
      childrenGone: seesChildren ? paths.childrenGone : undefined,
      child: (pseudonym) => {
        const childId = childOf.get(pseudonym);
        return seesAChild && childId !== undefined ? paths.child(childId) : undefined;
      },
    },
  };
}
