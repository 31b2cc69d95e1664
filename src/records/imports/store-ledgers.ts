import type { ImportRun } from './import-run.ts';
import { isLedgerBatch, ledgerValues } from './ledger-layout.ts';
import { OneBehind } from './one-behind.ts';
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

async function storeFile(
  run: ImportRun,
  file: PlannedFile,
  writers: Map<string, LedgerWriter>,
  storing: OneBehind,
): Promise<void> {
  const counts = run.tally.of(file.number);
  for await (const batch of readPlanned(run.reader, file, run.tally, run.latest)) {
    if (!isLedgerBatch(batch)) continue;
    const { layout, rows } = ledgerValues(batch);
    const writer = writers.get(batch.kind) ?? new LedgerWriter(run.tx, layout, run.importId);
    writers.set(batch.kind, writer);
    await storing.follow(async () => {
      const stored = await writer.add(rows, file.number);
      counts.added += stored.added;
      noteAgain(run, file, batch.kind, stored.again);
    });
    run.onProgress(`Storing ${file.source.path}, rows`, counts.rows, 0);
  }
}

/** Stores cost records and directories, files in order of their paths: where two rows name one record the last stands. The next rows are read while some are stored. */
export async function storeLedgers(run: ImportRun): Promise<void> {
  const writers = new Map<string, LedgerWriter>();
  const storing = new OneBehind();
  try {
    for (const file of run.files.filter((some) => !isOfReturn(some))) {
      await storeFile(run, file, writers, storing);
    }
  } finally {
    await storing.settled();
  }
  await storing.done();
  for (const writer of writers.values()) {
    await writer.finish((file) => {
      run.tally.of(file).changed += 1;
    });
  }
}
