import type { Repair, RepairRule } from './repair.ts';
import { type RecordShape, type ReportedRecord, recordKey } from './reported-record.ts';

/** What became of two reports of the same record. */
export interface Merged {
  readonly kept: ReportedRecord;
  readonly superseded: ReportedRecord;
  /** Absent when both say the same. */
  readonly repair: Repair | undefined;
}

const SEX_BY_OLD_CODE: Readonly<Record<string, string>> = { '1': 'M', '2': 'F' };

function sameValue(column: string, one: string | null, other: string | null): boolean {
  if (one === other) return true;
  if (column !== 'SEX' || one === null || other === null) return false;
  return (SEX_BY_OLD_CODE[one] ?? one) === (SEX_BY_OLD_CODE[other] ?? other);
}

/** Columns in which two reports of one record differ. The codes for sex changed from 1/2 to M/F with the 2025 return; that is no difference. */
function differingColumns(
  shape: RecordShape,
  one: ReportedRecord,
  other: ReportedRecord,
): readonly string[] {
  const names: string[] = [];
  for (const position of shape.kept) {
    const name = shape.columns[position] ?? '';
    const same = sameValue(name, one.values[position] ?? null, other.values[position] ?? null);
    if (!same) names.push(name);
  }
  return names;
}

function ruleFor(
  shape: RecordShape,
  kept: ReportedRecord,
  superseded: ReportedRecord,
  columns: readonly string[],
): RepairRule {
  const dec = shape.columns.indexOf('DEC');
  if (shape.module === 'episodes' && superseded.values[dec] === null && kept.values[dec] !== null) {
    return 'closed-by-later-return';
  }
  if (shape.module === 'header' && columns.some((name) => /^(DOB|SEX|ETHNIC)$/.test(name))) {
    return 'child-details-differ';
  }
  return kept.returnYear === superseded.returnYear && kept.file === superseded.file
    ? 'later-row-wins'
    : 'later-return-wins';
}

function picked(shape: RecordShape, record: ReportedRecord, columns: readonly string[]) {
  return Object.fromEntries(
    columns.map((name) => [name, record.values[shape.columns.indexOf(name)] ?? null]),
  );
}

/**
 * Two reports of one record become one: the later return wins; within a return, what came in last.
 * `standing` came before `incoming`.
 */
export function mergeRecords(
  shape: RecordShape,
  childId: string,
  standing: ReportedRecord,
  incoming: ReportedRecord,
): Merged {
  const incomingWins = incoming.returnYear >= standing.returnYear;
  const kept = incomingWins ? incoming : standing;
  const superseded = incomingWins ? standing : incoming;
  const columns = differingColumns(shape, kept, superseded);
  const known = superseded.returnYear > 0;
  if (columns.length === 0 || !known) return { kept, superseded, repair: undefined };
  const repair: Repair = {
    rule: ruleFor(shape, kept, superseded, columns),
    module: shape.module,
    childId,
    recordKey: recordKey(shape, kept),
    before: picked(shape, superseded, columns),
    after: picked(shape, kept, columns),
    returnYear: superseded.returnYear,
  };
  return { kept, superseded, repair };
}
