import { sql } from 'kysely';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { SEVERITIES, type Severity } from '../model.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** An import in the order in which they were made. */
export interface ImportMade {
  readonly importId: string;
  readonly at: Date;
  readonly by: string;
  readonly takenBack: boolean;
}

/** How many findings of a rule came by an import, or were ended by it. */
export interface Counted {
  readonly importId: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly found: number;
}

/** What the findings of files came to with one import. */
export interface TrendStep extends ImportMade {
  readonly found: number;
  readonly ended: number;
  readonly open: number;
  readonly openBySeverity: Readonly<Record<Severity, number>>;
}

/** The same for one rule over several imports. */
export interface RuleTrend {
  readonly severity: Severity;
  readonly rule: string;
  readonly found: number;
  readonly ended: number;
  readonly open: number;
}

function byImport(counts: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
  const grouped = new Map<string, Counted[]>();
  for (const one of counts) grouped.set(one.importId, [...(grouped.get(one.importId) ?? []), one]);
  return grouped;
}

const total = (counts: readonly Counted[]) => counts.reduce((sum, { found }) => sum + found, 0);

/**
 * Import by import, in their order, how many findings came, how many it ended and how many were open
 * after it. A finding that came back counts as open from when it first came.
 */
export function trendOf(
  imports: readonly ImportMade[],
  came: readonly Counted[],
  went: readonly Counted[],
): readonly TrendStep[] {
  const cameBy = byImport(came);
  const wentBy = byImport(went);
  const open: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  return imports.map((one) => {
    const found = cameBy.get(one.importId) ?? [];
    const ended = wentBy.get(one.importId) ?? [];
    for (const each of found) open[each.severity] += each.found;
    for (const each of ended) open[each.severity] -= each.found;
    return {
      ...one,
      found: total(found),
      ended: total(ended),
      open: open.error + open.warning + open.information,
      openBySeverity: { ...open },
    };
  });
}

/** Rule by rule what came and went by some of the imports, and what is open after all of them; the gravest and most frequent first. */
export function rulesOf(
  imports: readonly Pick<ImportMade, 'importId'>[],
  came: readonly Counted[],
  went: readonly Counted[],
): readonly RuleTrend[] {
  const among = new Set(imports.map(({ importId }) => importId));
  const rules = new Map<string, RuleTrend>();
  const add = ({ severity, rule, importId, found }: Counted, way: 'found' | 'ended') => {
    const key = `${severity}/${rule}`;
    const so = rules.get(key) ?? { severity, rule, found: 0, ended: 0, open: 0 };
    const within = among.has(importId) ? found : 0;
    const open = so.open + (way === 'found' ? found : -found);
    rules.set(key, { ...so, [way]: so[way] + within, open });
  };
  for (const one of came) add(one, 'found');
  for (const one of went) add(one, 'ended');
  return [...rules.values()]
    .filter(({ found, ended, open }) => found + ended + open > 0)
    .toSorted(
      (one, other) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        other.open - one.open ||
        (one.rule < other.rule ? -1 : 1),
    );
}

/** What of the findings the trend is asked of. */
export interface TrendAsked {
  readonly severity?: Severity | undefined;
  readonly rule?: string | undefined;
}

async function countedBy(
  tx: Transaction,
  column: 'import_id' | 'resolved_import_id',
  { severity, rule }: TrendAsked,
): Promise<readonly Counted[]> {
  // What an import that is taken back had found first is ended by itself, as if it had never been.
  const query = sql<Counted>`
    select ${sql.raw(column)} as "importId", severity, rule, count(*)::int as found from finding
    where authority_id = ${tx.authority} and ${sql.raw(column)} is not null
      and import_id is distinct from resolved_import_id
      ${severity === undefined ? sql`` : sql`and severity = ${severity}`}
      ${rule === undefined ? sql`` : sql`and rule = ${rule}`}
    group by 1, 2, 3`;
  return (await query.execute(tx.db)).rows;
}

/** What the trend is made from, of what the transaction may read: every import that was completed, and what came and went by each. */
export async function loadTrend(tx: Transaction, asked: TrendAsked) {
  const rows = await tx.rows(
    `select import_id, requested_at, requested_by, taken_back from import
     where authority_id = $1 and status = 'complete' and turns_import is null
     order by requested_at, import_id`,
    [tx.authority],
  );
  const imports = rows.map(
    ([importId, at, by, takenBack]): ImportMade => ({
      importId: String(importId),
      at: new Date(at as string | Date),
      by: String(by),
      takenBack: takenBack === true,
    }),
  );
  return {
    imports,
    came: await countedBy(tx, 'import_id', asked),
    went: await countedBy(tx, 'resolved_import_id', asked),
  };
}
