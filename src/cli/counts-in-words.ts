import { inFigures } from '../core/english.ts';
import type { Counts } from '../platform/backup/piece.ts';

/** What was copied, a line for each table: its rows and the beginning of their fingerprint. */
export function countsInWords(counts: Counts): string {
  const tables = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...tables.map(([table]) => table.length));
  const lines = tables.map(
    ([table, { rows, fingerprint }]) =>
      `${table.padEnd(width)}  ${inFigures(rows).padStart(12)}  ${fingerprint.slice(0, 12)}\n`,
  );
  return lines.join('');
}
