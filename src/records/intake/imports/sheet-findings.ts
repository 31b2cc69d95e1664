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

/** Adds what there is to say of sheets that were not read. */
export function addSheetFindings(files: readonly PlannedFile[], tally: ImportTally): void {
  for (const finding of files.flatMap(sheetsNotRead)) tally.findings.push(finding);
}
