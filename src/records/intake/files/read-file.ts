import { fileFindings, RowCounts } from './file-notes.ts';
import { readTable } from './read-table.ts';
import { readXml } from './read-xml.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { CheckedBatch } from './rejection.ts';
import type { ReadingContext } from './row-checkers.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Reads and checks a recognised file, some thousands of rows at a time; a return as XML yields
 * several kinds. Throws a WellplacedError when the file turns out not to be what it claims, possibly
 * after some batches: keep nothing of it then.
 */
export async function* readFile(
  source: SourceFile,
  recognised: RecognisedFile,
  context: ReadingContext,
): AsyncGenerator<CheckedBatch> {
  const batches =
    recognised.kind === 'return_xml'
      ? readXml(source, recognised, context.returnYear)
      : readTable(source, recognised, context);
  const counts = new RowCounts(recognised.path);
  for await (const batch of batches) {
    counts.add(batch);
    yield batch;
  }
  const kind = context.mapping?.kind ?? recognised.kind;
  const findings = fileFindings(recognised, counts.rows);
  if (findings.length === 0 || kind === 'unrecognised') return;
  yield { kind: kind === 'return_xml' ? 'header' : kind, rows: [], rejections: [], findings };
}
