import { inFigures } from '../core/english.ts';
import type { FileOutcome, ImportOutcome } from '../records/intake/imports/import-outcome.ts';

const COLUMNS = [
  'rows',
  'accepted',
  'rejected',
  'superseded',
  'repaired',
  'added',
  'changed',
  'withdrawn',
] as const;

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

const NOT_READ_AGAIN =
  'These files are, byte for byte, those of the newest import, made today: they were not read again, and nothing changed. The counts are those of then.';

function fileRow(file: FileOutcome): string[] {
  return [file.path, file.kind, ...COLUMNS.map((name) => inFigures(file[name]))];
}

/** An import's outcome for a terminal: each file with its counts, refused files with their reasons, findings by rule. */
export function importInWords({ files, findings, sameAs }: ImportOutcome): string {
  const read = files.filter((file) => file.problem === undefined);
  const refused = files.filter((file) => file.problem !== undefined);
  const parts = [
    sameAs === undefined ? '' : NOT_READ_AGAIN,
    read.length > 0 ? table([['file', 'kind', ...COLUMNS], ...read.map(fileRow)]) : '',
    refused.map((file) => `Refused: ${file.problem}`).join('\n'),
    findings
      .map(
        ({ severity, rule, count, example }) =>
          `${severity} ${rule} × ${inFigures(count)}: ${example}`,
      )
      .join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
