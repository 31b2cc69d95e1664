import type { Repair } from '../../history/repair.ts';
import type { ImportRun } from '../imports/import-run.ts';

const COLUMNS = [
  ...['repair_key', 'rule', 'module', 'child_id', 'record_key', 'before', 'after', 'import_id'],
];

/** Names a repair, so that the same file twice logs it once. */
function repairKey(repair: Repair, before: string): string {
  const { module, rule, childId, recordKey, returnYear } = repair;
  return [module, rule, childId, recordKey, returnYear, before].join('|');
}

/** Writes the repairs noted since the last call to the log; those logged by an earlier import stay as they are. */
export async function writeRepairs({
  tx,
  tally,
  importId,
}: Pick<ImportRun, 'tx' | 'tally' | 'importId'>): Promise<void> {
  const rows = tally.takeRepairs().map((repair) => {
    const before = JSON.stringify(repair.before);
    return [
      ...[repairKey(repair, before), repair.rule, repair.module, repair.childId],
      ...[repair.recordKey, before, JSON.stringify(repair.after), importId],
    ];
  });
  await tx.insertMany('repair', COLUMNS, rows, { onConflict: 'ignore' });
}
