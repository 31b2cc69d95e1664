import type { ImportRun } from './import-run.ts';
import { isLedgerBatch, ledgerValues } from './ledger-layout.ts';
import { isOfReturn, type PlannedFile } from './planned-file.ts';
import { readPlanned } from './read-files.ts';
import { storeLedgerBatch } from './store-ledger.ts';

function noteAgain(run: ImportRun, file: PlannedFile, kind: string, keys: readonly string[]) {
  run.tally.of(file.number).superseded += keys.length;
  for (const key of keys) {
    run.tally.findings.push({
      line: 0,
      childId: undefined,
      rule: 'record-named-again',
      severity: 'warning',
      column: null,
      value: key,
      message: `${file.source.path} names ${key.replaceAll('|', ', ')} again: one row of it was kept, of the last file that has it and there the first.`,
      kind,
      returnYear: 0,
      path: file.source.path,
    });
  }
}

/** Stores cost records and directories. Where two files name one record the last by path stands, so the files are taken from the last. */
export async function storeLedgers(run: ImportRun): Promise<void> {
  const named = new Map<string, Set<string>>();
  for (const file of run.files.filter((some) => !isOfReturn(some)).reverse()) {
    const counts = run.tally.of(file.number);
    for await (const batch of readPlanned(file, run.tally, run.latest)) {
      if (!isLedgerBatch(batch)) continue;
      const { layout, rows } = ledgerValues(batch);
      const already = named.get(batch.kind) ?? new Set<string>();
      named.set(batch.kind, already);
      const stored = await storeLedgerBatch(run.tx, layout, rows, run.importId, already);
      counts.added += stored.added;
      counts.changed += stored.changed;
      noteAgain(run, file, batch.kind, stored.again);
      run.onProgress(`Storing ${file.source.path}, rows`, counts.rows, 0);
    }
  }
}
