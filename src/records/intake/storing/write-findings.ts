import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { beginningOf } from '../../values/longest-text.ts';
import { type PlacedFinding, scopeName } from '../imports/import-tally.ts';
import { endDecisions } from './end-decisions.ts';
import { HISTORIES } from './settle-gone.ts';

const COLUMNS = [
  ...['finding_key', 'severity', 'rule', 'child_id', 'kind', 'return_year', 'path', 'line'],
  ...['column_name', 'value', 'message', 'import_id'],
];

function findingKey(finding: PlacedFinding): string {
  const { rule, kind, returnYear, column, childId } = finding;
  const value = finding.value === null ? null : beginningOf(finding.value);
  // A history is read again from what is stored, which has no lines.
  const line = kind === HISTORIES ? 0 : finding.line;
  return [rule, kind, returnYear, line, column, childId, value].join('|');
}

/** Findings that an import makes anew. */
export interface Scope {
  readonly kind: string;
  readonly returnYear: number;
  /** Whether those of the rule on the child are among them; absent where all of the kind and return are. */
  readonly settles?: (rule: string, childId: string) => boolean;
}

/**
 * Stores an import's findings beside those that stand. One found before is left as it is; one of
 * a kind of record of a return that is covered whole, and no longer found, is marked as resolved by
 * this import; one that comes back is open again.
 */
export async function writeFindings(
  tx: CouncilTransaction<RecordsTables>,
  importId: string,
  findings: Iterable<PlacedFinding>,
  covered: readonly Scope[],
): Promise<void> {
  const found = new Map(Array.from(findings, (finding) => [findingKey(finding), finding]));
  const standing = new Map<string, boolean>();
  const whole = new Map(covered.map((scope) => [scopeName(scope), scope]));
  const resolved: string[] = [];
  const scopes = new Map([...covered, ...findings].map((scope) => [scopeName(scope), scope]));
  for (const { kind, returnYear } of scopes.values()) {
    const rows = await tx.rows(
      `select finding_key, resolved_import_id is not null, rule, child_id from finding
       where authority_id = $1 and kind = $2 and return_year = $3`,
      [tx.authority, kind, returnYear],
    );
    const scope = whole.get(scopeName({ kind, returnYear }));
    for (const [name, settled, rule, childId] of rows) {
      const key = String(name);
      standing.set(key, settled === true);
      const gone = settled === false && !found.has(key);
      const settles = scope?.settles?.(String(rule), String(childId)) ?? true;
      if (gone && scope !== undefined && settles) resolved.push(key);
    }
  }
  const added = [...found].filter(([key]) => !standing.has(key));
  const returned = [...found.keys()].filter((key) => standing.get(key) === true);
  await tx.insertMany(
    'finding',
    COLUMNS,
    added.map(([key, finding]) => rowOf(key, finding, importId)),
    {
      onConflict: 'ignore',
    },
  );
  await markResolved(tx, returned, null);
  await markResolved(tx, resolved, importId);
  await endDecisions(tx, importId, resolved);
}

function rowOf(key: string, finding: PlacedFinding, importId: string): readonly unknown[] {
  const { severity, rule, childId, kind, returnYear, path, line, column, value, message } = finding;
  const place = line === 0 ? null : line;
  const about = [severity, rule, childId ?? null, kind, returnYear, path, place, column, value];
  return [key, ...about, message, importId];
}

async function markResolved(
  tx: CouncilTransaction<RecordsTables>,
  keys: readonly string[],
  importId: string | null,
): Promise<void> {
  if (keys.length === 0) return;
  await tx.rows(
    `update finding set resolved_import_id = $2 where authority_id = $1 and finding_key = any($3)`,
    [tx.authority, importId, keys],
  );
}
