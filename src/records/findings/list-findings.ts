import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { FindingsFilter } from '../paths.ts';
import type { Week } from '../reports/weekly-report/week.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type FindingImports, importsOf } from './finding-imports.ts';
import { type FindingRow, RECORDED_NOW } from './finding-row.ts';
import { loadFoundNow } from './found-now.ts';
import {
  countByRule,
  type FindingsOrder,
  loadChoices,
  loadFindings,
  type RuleCount,
} from './load-findings.ts';
import { selectedFindings } from './selected-findings.ts';

/** What is asked of the list: the filter and the week that costs and placements are looked at for. */
export interface FindingsAsked {
  readonly filter: FindingsFilter;
  readonly week: Week;
}

/** One page of the list, with the counts by rule of all that the other filters leave. */
export interface FindingsPage {
  readonly rules: readonly RuleCount[];
  readonly rows: readonly FindingRow[];
  /** Of all pages. */
  readonly total: number;
  readonly kinds: readonly string[];
  readonly years: readonly number[];
  /** By which the rows came and went. */
  readonly imports: FindingImports;
}

/** What the rules find now, unless the filter leaves all of it out: it is open, of no return and of no file. */
export function foundNowFor(tx: CouncilTransaction<RecordsTables>, asked: FindingsAsked) {
  const { kind, year, state, arose, ended, foundBy } = asked.filter;
  const leftOut =
    state === 'resolved' ||
    [arose, ended, foundBy].some((given) => given !== undefined) ||
    (kind !== undefined && kind !== RECORDED_NOW) ||
    (year !== undefined && year !== 0);
  return leftOut ? Promise.resolve([]) : loadFoundNow(tx, asked.week);
}

/** One page of the findings that the filter selects; a page beyond the last has none. */
export async function loadFindingsPage(
  tx: CouncilTransaction<RecordsTables>,
  asked: FindingsAsked & {
    readonly order: FindingsOrder;
    /** Counted from 1. */
    readonly page: number;
    readonly pageSize: number;
  },
): Promise<FindingsPage> {
  const { page, pageSize: size } = asked;
  const foundNow = await foundNowFor(tx, asked);
  const { rule, ...others } = asked.filter;
  const rules = await countByRule(tx, selectedFindings(tx.authority, foundNow, others));
  const total = rules
    .filter((each) => rule === undefined || each.rule === rule)
    .reduce((sum, { found }) => sum + found, 0);
  const selected = selectedFindings(tx.authority, foundNow, asked.filter);
  const place = { from: (page - 1) * size, size };
  const rows = await loadFindings(tx, selected, asked.order, place);
  const imports = await importsOf(tx, rows);
  return { rules, rows, total, imports, ...(await loadChoices(tx)) };
}
