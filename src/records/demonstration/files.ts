import { addCosts, BUDGET_HEADING, budgetLines, type YearlyCosts } from './budgets.ts';
import { financeFiles } from './finance-files.ts';
import { addPostings, LEDGER_HEADING, ledgerLines, type Postings } from './general-ledger.ts';
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

/** What all children come to: the years' costs, and what is posted in the general ledger. */
export interface CouncilSums {
  readonly costs: YearlyCosts;
  readonly postings: Postings;
}

/** The sums of no child yet. */
export function noSums(): CouncilSums {
  return { costs: new Map(), postings: new Map() };
}

/** Adds one child. */
export function addToSums(
  { costs, postings }: CouncilSums,
  history: ChildHistory,
  { calendar }: DemonstrationCouncil,
): void {
  addCosts(costs, history, calendar);
  addPostings(postings, history, calendar);
}

/** The files that can be written once what all children come to is known: budgets, the general ledger, postcodes, providers. */
export function councilWideFiles(
  council: DemonstrationCouncil,
  sums: () => CouncilSums,
): CouncilFile[] {
  const { plan, providers } = council;
  return [
    { path: 'finance/budgets.csv', lines: budgets(plan.seed, sums) },
    { path: 'finance/general_ledger.csv', lines: ledger(plan.seed, sums) },
    { path: 'places/postcodes.csv', lines: postcodeLines(plan.children) },
    { path: 'places/providers.csv', lines: providerLines(providers) },
  ];
}

function* budgets(seed: number, sums: () => CouncilSums): Generator<string> {
  yield BUDGET_HEADING;
  yield* budgetLines(seed, sums().costs);
}

function* ledger(seed: number, sums: () => CouncilSums): Generator<string> {
  yield LEDGER_HEADING;
  yield* ledgerLines(seed, sums().postings);
}

function* linesOf(council: DemonstrationCouncil, file: ChildFile): Generator<string> {
  yield file.heading;
  for (const history of council.histories()) yield* file.rows(history);
}

function sumsOf(council: DemonstrationCouncil): CouncilSums {
  const sums = noSums();
  for (const history of council.histories()) addToSums(sums, history, council);
  return sums;
}

/**
 * The council as files in the layouts of the importers, one after the other. Each file draws the children
 * anew (a small council keeps them), so nothing grows with the council.
 */
export function* councilFiles(council: DemonstrationCouncil): Generator<CouncilFile> {
  for (const file of childFiles(council)) yield { path: file.path, lines: linesOf(council, file) };
  yield* councilWideFiles(council, () => sumsOf(council));
}
