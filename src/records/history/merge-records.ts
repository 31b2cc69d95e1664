import type { Repair, RepairRule } from './repair.ts';
import {
  isWithoutNights,
  type RecordShape,
  type ReportedRecord,
  recordKey,
} from './reported-record.ts';

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
  if (isWithoutNights(shape, superseded) !== isWithoutNights(shape, kept)) return 'nights-stand';
  const { file, returnYear } = superseded;
  const ofOneFile = file !== undefined && kept.returnYear === returnYear && kept.file === file;
  const dec = shape.columns.indexOf('DEC');
  if (ofOneFile && shape.module === 'episodes') return 'later-row-wins';
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

/** Whether the record that stands is to count as the start of a period of care: itself, or by a row without a night that it replaces. */
function startedBy(shape: RecordShape, kept: ReportedRecord, superseded: ReportedRecord): boolean {
  if (kept.startedSameDay === true || superseded.startedSameDay === true) return true;
  const rne = shape.columns.indexOf('RNE');
  return (
    superseded.values[rne] === 'S' &&
    isWithoutNights(shape, superseded) &&
    !isWithoutNights(shape, kept)
  );
}

/** Whether the incoming report is the one that stands. */
function wins(shape: RecordShape, standing: ReportedRecord, incoming: ReportedRecord): boolean {
  const without = isWithoutNights(shape, incoming);
  if (without !== isWithoutNights(shape, standing)) return !without;
  return incoming.returnYear >= standing.returnYear;
}

/**
 * Two reports of one record become one: the later return wins; within a return, what came in last.
 * An episode without a night never replaces one that has nights. `standing` came before `incoming`.
 */
export function mergeRecords(
  shape: RecordShape,
  childId: string,
  standing: ReportedRecord,
  incoming: ReportedRecord,
): Merged {
  const incomingWins = wins(shape, standing, incoming);
  const reported = incomingWins ? incoming : standing;
  const superseded = incomingWins ? standing : incoming;
  const kept = startedBy(shape, reported, superseded)
    ? { ...reported, startedSameDay: true }
    : reported;
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
