import { createHash } from 'node:crypto';
import type { Ground } from '../../src/platform/database/ground.ts';
import { recordsOf } from '../support/import-files.ts';

const COUNCIL = 'A';

/** A number of rows and their fingerprint for each table. */
export type State = Readonly<Record<string, string>>;

/** What changes from one import to the next though it takes in the same. */
const OF_ONE_IMPORT = ['import_id', 'resolved_import_id', 'requested_at', 'finished_at'];

const JOURNAL: Readonly<Record<string, string>> = {
  rejection: 'select to_jsonb(t) from rejection t where authority_id = $1',
  import_file: 'select to_jsonb(t) from import_file t where authority_id = $1',
  audit: `select jsonb_build_object('table', table_name, 'action', action, 'rows', count(*))
          from audit_entry where authority_id = $1 and table_name not in ('import', 'import_progress')
          group by table_name, action`,
  imports: `select jsonb_build_object('action', action, 'rows', count(*))
            from audit_entry where authority_id = $1 and action = 'import' group by action`,
};

function digest(rows: readonly string[]): string {
  return `${rows.length} rows, ${createHash('sha256').update(rows.join('\n')).digest('hex')}`;
}

/**
 * Everything that an import leaves behind in a council, its own row in the register apart: records,
 * repairs, findings, rejections, counts of files and the audit trail.
 */
export async function stateOf(ground: Ground): Promise<State> {
  const state: Record<string, string> = {};
  const records = await recordsOf(ground, COUNCIL, OF_ONE_IMPORT);
  for (const [table, rows] of Object.entries(records)) state[table] = digest(rows);
  await ground.read(COUNCIL, async (tx) => {
    for (const [name, sql] of Object.entries(JOURNAL)) {
      const rows = await tx.rows(sql, [COUNCIL]);
      const kept = rows.map(([row]) =>
        JSON.stringify(
          Object.entries(row as object)
            .filter(([column]) => !OF_ONE_IMPORT.includes(column))
            .sort(),
        ),
      );
      state[name] = digest(kept.sort());
    }
  });
  return state;
}

/** The imports in the register, the latest last: status and what is said of it. */
export async function registerOf(
  ground: Ground,
): Promise<{ readonly status: string; readonly problem: string | null }[]> {
  return ground.read(COUNCIL, async (tx) => {
    const rows = await tx.rows(
      'select status, problem from import where authority_id = $1 order by requested_at',
      [COUNCIL],
    );
    return rows.map(([status, problem]) => ({
      status: String(status),
      problem: problem === null ? null : String(problem),
    }));
  });
}
