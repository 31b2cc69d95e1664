import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import { loadFoundNow } from '../findings/found-now.ts';
import { countByRule } from '../findings/load-findings.ts';
import { selectedFindings } from '../findings/selected-findings.ts';
import type { ImportStatus } from '../intake/import-in-words.ts';
import type { Severity } from '../model.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

const IMPORTS_SHOWN = 5;

/** An import that someone should know of: under way, stopped, or with rows turned away. */
export interface WaitingImport {
  readonly importId: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly status: ImportStatus;
  readonly rejected: number;
}

/** How many findings of one severity wait. */
export interface SeverityCount {
  readonly severity: Severity;
  readonly count: number;
}

/** How much waits in the records. */
export interface Waiting {
  /** Whether any record has been imported at all. */
  readonly anyRecords: boolean;
  /** Findings of the imports that stand, by severity. */
  readonly findings: readonly SeverityCount[];
  /** Those of them, and of the week, that somebody has decided on. */
  readonly decided: readonly SeverityCount[];
  /** The latest imports that are not simply done. */
  readonly imports: readonly WaitingImport[];
}

/** Counts the findings decided on; what the rules find now is only looked for where any decision was ever taken. */
async function countDecided(
  tx: CouncilTransaction<RecordsTables>,
  weekEnding: PlainDate,
): Promise<readonly SeverityCount[]> {
  const any = await tx.rows('select 1 from finding_decision where authority_id = $1 limit 1', [
    tx.authority,
  ]);
  if (any.length === 0) return [];
  const foundNow = await loadFoundNow(tx, weekEnding);
  const decided = selectedFindings(tx.authority, foundNow, { state: 'decided' });
  const rules = await countByRule(tx, decided);
  return rules.map(({ severity, found }) => ({ severity, count: found }));
}

/** Counts what waits for someone: open findings, and imports under way, stopped or with rejected rows. */
export function loadWaiting(
  ground: Ground,
  authority: string,
  weekEnding: PlainDate,
): Promise<Waiting> {
  return ground.read<RecordsTables, Waiting>(authority, async (tx) => {
    const found = await tx.rows(
      `select severity, count(*) from finding
       where authority_id = $1 and resolved_import_id is null group by severity`,
      [authority],
    );
    const imports = await tx.rows(
      `select i.import_id, i.requested_at, i.requested_by, i.status, coalesce(sum(f.rejected), 0)
       from import i
       left join import_file f on f.authority_id = $1 and f.import_id = i.import_id
       where i.authority_id = $1
       group by i.import_id, i.requested_at, i.requested_by, i.status
       having i.status <> 'complete' or coalesce(sum(f.rejected), 0) > 0
       order by i.requested_at desc limit ${IMPORTS_SHOWN}`,
      [authority],
    );
    const any = await tx.rows(
      `select 1 from episode where authority_id = $1
       union all select 1 from cost_element where authority_id = $1 limit 1`,
      [authority],
    );
    return {
      anyRecords: any.length > 0,
      decided: await countDecided(tx, weekEnding),
      findings: found.map(([severity, count]) => ({
        severity: severity as Severity,
        count: Number(count),
      })),
      imports: imports.map(([importId, requestedAt, requestedBy, status, rejected]) => ({
        importId: String(importId),
        requestedAt: new Date(requestedAt as string | Date),
        requestedBy: String(requestedBy),
        status: status as ImportStatus,
        rejected: Number(rejected),
      })),
    };
  });
}
