import { addCosts, BUDGET_HEADING, budgetLines, type YearlyCosts } from './budgets.ts';
import { financeFiles } from './finance-files.ts';
import type { DemonstrationCouncil } from './generate-council.ts';
import type { ChildHistory } from './history.ts';
import { nameFile } from './name-files.ts';
import { postcodeLines, providerLines } from './places-files.ts';
import { returnFiles } from './return-files.ts';

/** A file of the council, its lines without line ends, the headings first. */
export interface CouncilFile {
  readonly path: string;
  readonly lines: Iterable<string>;
}

/** A file that tells of one child after another. */
export interface ChildFile {
  readonly path: string;
  readonly heading: string;
  /** The lines that tell of the child. */
  rows(history: ChildHistory): readonly string[];
}

/** The files that tell of one child after another: returns, costs, payments, names. */
export function childFiles({ plan, calendar }: DemonstrationCouncil): ChildFile[] {
  return [
    ...returnFiles(plan.seed, calendar),
    ...financeFiles(plan.seed, calendar),
    nameFile(plan.seed),
  ];
}

/** The files that can be written once the years' costs are known: budgets, postcodes, providers. */
export function councilWideFiles(
  council: DemonstrationCouncil,
  costs: () => YearlyCosts,
): CouncilFile[] {
  const { plan, providers } = council;
  return [
    { path: 'finance/budgets.csv', lines: budgets(plan.seed, costs) },
    { path: 'places/postcodes.csv', lines: postcodeLines(plan.children) },
    { path: 'places/providers.csv', lines: providerLines(providers) },
  ];
}

function* budgets(seed: number, costs: () => YearlyCosts): Generator<string> {
  yield BUDGET_HEADING;
  yield* budgetLines(seed, costs());
}

function* linesOf(council: DemonstrationCouncil, file: ChildFile): Generator<string> {
  yield file.heading;
  for (const history of council.histories()) yield* file.rows(history);
}

function costsOf(council: DemonstrationCouncil): YearlyCosts {
  const costs: YearlyCosts = new Map();
  for (const history of council.histories()) addCosts(costs, history, council.calendar);
  return costs;
}

/**
 * The council as files in the layouts of the importers, one after the other. Each file draws the children
 * anew (a small council keeps them), so nothing grows with the council.
 */
export function* councilFiles(council: DemonstrationCouncil): Generator<CouncilFile> {
  for (const file of childFiles(council)) yield { path: file.path, lines: linesOf(council, file) };
  yield* councilWideFiles(council, () => costsOf(council));
}
