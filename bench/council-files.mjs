import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateCouncil } from '../dist/records/demonstration/generate-council.js';
import { writeCouncil } from '../dist/records/demonstration/write-council.js';

/** The day on which the council of the bench stands, so that its files are always the same. */
export const AS_OF = '2026-11-22';
/** The last whole week before it. */
export const WEEK_ENDING = '2026-11-15';

/** Writes a demonstration council's files, unless they are there from an earlier run; gives their folder. */
export async function councilFiles(folder, children, results) {
  const done = `${folder}.written`;
  const files = join(folder, 'files');
  if (existsSync(done)) return files;
  const started = performance.now();
  const written = await writeCouncil(
    generateCouncil({ seed: 1, children, years: 6, asOf: AS_OF }),
    files,
  );
  const lines = written.reduce((sum, file) => sum + file.lines, 0);
  await writeFile(done, '');
  const seconds = (performance.now() - started) / 1000;
  results.line(`${children} children`, 'generate', `${seconds.toFixed(1)} s`, `${lines} lines`);
  return files;
}
