import { readCsvRows } from '../dist/records/intake/files/csv-rows.js';
import { isReturnModule } from '../dist/records/intake/files/file-kind.js';
import { readFile } from '../dist/records/intake/files/read-file.js';
import { recogniseFile } from '../dist/records/intake/files/recognise-file.js';
import { returnYearFromPath } from '../dist/records/intake/files/return-year.js';
import { sourcesAt } from '../dist/records/intake/imports/disk-source.js';
import { found } from './measured.mjs';

const sources = await sourcesAt(process.argv[2]);
const recognised = await Promise.all(sources.map((source) => recogniseFile(source)));

async function rate(rowsOf) {
  const started = performance.now();
  let rows = 0;
  for (const [at, source] of sources.entries()) rows += await rowsOf(source, recognised[at]);
  return Math.round(rows / ((performance.now() - started) / 1000));
}

const parsed = await rate(async (source, form) => {
  let rows = 0;
  for await (const { lines } of readCsvRows(source, form)) rows += lines.length;
  return rows;
});
const checked = await rate(async (source, form) => {
  const returnYear = isReturnModule(form.kind) ? returnYearFromPath(source.path) : undefined;
  let rows = 0;
  for await (const batch of readFile(source, form, { returnYear })) rows += batch.rows.length;
  return rows;
});
found({ parsed, checked });
