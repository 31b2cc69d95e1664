import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { DecidedMeanwhile, decide } from '../../../platform/decisions/decide.ts';
import { FINDING_DECISION_COLUMNS, subjectKeySql } from '../../storage/finding-decisions.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';

/** Ends what was decided on findings that an import no longer finds: should one come back, it is open. */
export async function endDecisions(
  tx: CouncilTransaction<RecordsTables>,
  importId: string,
  findingKeys: readonly string[],
): Promise<void> {
  if (findingKeys.length === 0) return;
  const gone = await tx.rows(
    `select distinct ${subjectKeySql('f', 'f.message')} from finding f
     where f.authority_id = $1 and f.finding_key = any($2)`,
    [tx.authority, findingKeys],
  );
  const standing = await tx.db
    .selectFrom('finding_decision')
    .distinctOn('subject_key')
    .selectAll()
    .where('authority_id', '=', tx.authority)
    .where((where) =>
      where('subject_key', '=', where.fn.any(where.val(gone.map(([subject]) => String(subject))))),
    )
    .orderBy('subject_key')
    .orderBy('decision_number', 'desc')
    .execute();
  const ended = standing.filter(({ verdict }) => ['accepted', 'to-be-mended'].includes(verdict));
  const changed = {
    verdict: 'ended',
    reason: `Import ${importId} no longer found it.`,
    mender: null,
    mender_id: null,
    mend_by: null,
  } as const;
  const endings = ended.map((one) => {
    const row: Record<string, unknown> = { ...one, ...changed };
    const values = FINDING_DECISION_COLUMNS.map((column) => row[column]);
    return { subjectKey: one.subject_key, basedOn: one.decision_number, values };
  });
  try {
    const by = { actor: 'Wellplaced' };
    await decide(tx, 'finding_decision', FINDING_DECISION_COLUMNS, by, endings);
  } catch (error) {
    // Whoever decided in this very moment knew of the finding; an import is not stopped by that.
    if (!(error instanceof DecidedMeanwhile)) throw error;
  }
}
