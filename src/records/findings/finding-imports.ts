import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { FindingRow } from './finding-row.ts';

/** An import by which a finding came or went. */
export interface ImportOfFinding {
  readonly importId: string;
  readonly at: Date;
  readonly by: string;
  readonly personId: string | null;
}

/** The imports by which findings came and went, by id. */
export type FindingImports = ReadonlyMap<string, ImportOfFinding>;

type OfImports = Pick<FindingRow, 'importId' | 'resolvedImportId'>;

/** The imports by which these findings came and went. */
export async function importsOf(
  tx: Pick<CouncilTransaction<RecordsTables>, 'authority' | 'rows'>,
  rows: readonly OfImports[],
): Promise<FindingImports> {
  const ids = rows.flatMap(({ importId, resolvedImportId }) => [importId, resolvedImportId]);
  const found = await tx.rows(
    `select import_id, requested_at, requested_by, person_id from import
     where authority_id = $1 and import_id = any($2)`,
    [tx.authority, [...new Set(ids.flatMap((id) => id ?? []))]],
  );
  return new Map(
    found.map(([importId, at, by, personId]) => [
      String(importId),
      {
        importId: String(importId),
        at: new Date(at as string | Date),
        by: String(by),
        personId: personId as string | null,
      },
    ]),
  );
}

const DAY = 86_400_000;

/**
 * How many whole days a finding stood: from the import that first made it to the one that ended it,
 * or until now. Undefined for what is found in the records as they are now, of no import.
 */
export function daysStood(row: OfImports, imports: FindingImports, now: Date): number | undefined {
  const came = imports.get(row.importId ?? '')?.at;
  const went = imports.get(row.resolvedImportId ?? '')?.at;
  if (came === undefined) return undefined;
  return Math.max(0, Math.floor(((went ?? now).getTime() - came.getTime()) / DAY));
}
