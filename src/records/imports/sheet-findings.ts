import type { ImportTally, PlacedFinding } from './import-tally.ts';
import type { PlannedFile } from './planned-file.ts';

function said(file: PlannedFile, rule: string, about: string, message: string): PlacedFinding {
  return {
    line: 0,
    childId: undefined,
    rule,
    severity: 'information',
    column: null,
    value: about,
    message,
    kind: file.mapping?.kind ?? file.recognised?.kind ?? 'unrecognised',
    returnYear: file.returnYear ?? 0,
    path: file.source.path,
  };
}

function sheetsNotRead(file: PlannedFile): readonly PlacedFinding[] {
  const workbook = file.givenPath;
  return file.notRead.map(({ sheet, why }) =>
    said(
      file,
      'sheet-not-read',
      `${workbook}, sheet ${sheet}`,
      `The sheet ${sheet} of ${workbook} was not read: ${why}.`,
    ),
  );
}

function rowsAbove(file: PlannedFile): readonly PlacedFinding[] {
  const { rowsAbove: above = [], headerLine } = file.recognised ?? {};
  if (above.length === 0 || file.problem !== undefined) return [];
  const { path } = file.source;
  const lines = above.map(({ line, text }) => `${line}: ${text}`).join('; ');
  const message = `The column names of ${path} stand in row ${headerLine}; what stands above them was read past (${lines}).`;
  return [said(file, 'rows-above-header', path, message)];
}

/** Adds what there is to say of sheets that were not read, and of what stands above the column names. */
export function addSheetFindings(files: readonly PlannedFile[], tally: ImportTally): void {
  for (const file of files) tally.findings.push(...sheetsNotRead(file), ...rowsAbove(file));
}
