import type { ImportRun } from './import-run.ts';
import { isLedgerBatch, ledgerValues } from './ledger-layout.ts';
import { isOfReturn, type PlannedFile } from './planned-file.ts';
import { readPlanned } from './read-files.ts';
import { LedgerWriter } from './store-ledger.ts';

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
      message: `${file.source.path} names ${key.replaceAll('|', ', ')} again with other values: the last row is kept.`,
      kind,
      returnYear: 0,
      path: file.source.path,
    });
  }
}

/** Stores cost records and directories, files in order of their paths: where two rows name one record the last stands. */
export async function storeLedgers(run: ImportRun): Promise<void> {
  const writers = new Map<string, LedgerWriter>();
  for (const file of run.files.filter((some) => !isOfReturn(some))) {
    const counts = run.tally.of(file.number);
    for await (const batch of readPlanned(file, run.tally, run.latest)) {
      if (!isLedgerBatch(batch)) continue;
      const { layout, rows } = ledgerValues(batch);
      const writer = writers.get(batch.kind) ?? new LedgerWriter(run.tx, layout, run.importId);
      writers.set(batch.kind, writer);
      const stored = await writer.add(rows, file.number);
      counts.added += stored.added;
      noteAgain(run, file, batch.kind, stored.again);
      run.onProgress(`Storing ${file.source.path}, rows`, counts.rows, 0);
    }
  }
  for (const writer of writers.values()) {
    await writer.finish((file) => {
      run.tally.of(file).changed += 1;
    });
  }
}
