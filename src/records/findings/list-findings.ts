import type { PlainDate } from '../../core/plain-date.ts';
import { type SortOrder, sortingFrom } from '../../platform/components/sortable-heading.tsx';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { type FindingsFilter, paths } from '../paths.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type FindingRow, RECORDED_NOW } from './finding-row.ts';
import { loadFoundNow } from './found-now.ts';
import {
  countByRule,
  loadChoices,
  loadFindings,
  type RuleCount,
  SORT_KEYS,
  type SortKey,
} from './load-findings.ts';
import { selectedFindings } from './selected-findings.ts';

/** How many findings a page shows. */
export const PAGE_SIZE = 50;

/** What is asked of the list: the filter and the week that costs and placements are looked at for. */
export interface FindingsAsked {
  readonly filter: FindingsFilter;
  readonly weekEnding: PlainDate;
}

/** One page of the list, with the counts by rule of all that the other filters leave. */
export interface FindingsPage {
  readonly rules: readonly RuleCount[];
  readonly rows: readonly FindingRow[];
  readonly total: number;
  readonly page: number;
  readonly kinds: readonly string[];
  readonly years: readonly number[];
}

/** The order that the query asks for; gravest first when it asks for none. */
export function orderFrom(query: URLSearchParams): { key: SortKey; order: SortOrder } {
  const first = { key: 'severity', order: 'ascending' } as const;
  const { key, order } = sortingFrom(paths.findings, query, SORT_KEYS, first);
  return { key: SORT_KEYS.find((each) => each === key) ?? 'severity', order };
}

/** What the rules find now, unless the filter leaves all of it out: it is open, of no return and of no file. */
export function foundNowFor(tx: CouncilTransaction<RecordsTables>, asked: FindingsAsked) {
  const { kind, year, state } = asked.filter;
  const leftOut =
    state === 'resolved' ||
    (kind !== undefined && kind !== RECORDED_NOW) ||
    (year !== undefined && year !== 0);
  return leftOut ? Promise.resolve([]) : loadFoundNow(tx, asked.weekEnding);
}

/** One page of the findings that the filter selects. */
export async function loadFindingsPage(
  tx: CouncilTransaction<RecordsTables>,
  asked: FindingsAsked & {
    readonly order: ReturnType<typeof orderFrom>;
    readonly page: number;
    readonly pageSize?: number;
  },
): Promise<FindingsPage> {
  const { pageSize: size = PAGE_SIZE } = asked;
  const foundNow = await foundNowFor(tx, asked);
  const { rule, ...others } = asked.filter;
  const rules = await countByRule(tx, selectedFindings(tx.authority, foundNow, others));
  const total = rules
    .filter((each) => rule === undefined || each.rule === rule)
    .reduce((sum, { found }) => sum + found, 0);
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / size)));
  const selected = selectedFindings(tx.authority, foundNow, asked.filter);
  const place = { from: (page - 1) * size, size };
  const rows = await loadFindings(tx, selected, asked.order, place);
  return { rules, rows, total, page, ...(await loadChoices(tx)) };
}
