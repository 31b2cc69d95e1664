import { inFigures, oneOrMore } from '../../../core/english.ts';
import { dateInWords } from '../../../core/plain-date.ts';
import { returnYearOfDate } from '../files/return-year.ts';
import { linesInWords } from '../files/uneven-row.ts';
import type { ImportTally, PlacedFinding } from './import-tally.ts';
import { isOfReturn, type PlannedFile } from './planned-file.ts';
import type { LatestDates } from './read-files.ts';

function about(file: PlannedFile, rule: string, message: string): PlacedFinding {
  return {
    line: 0,
    childId: undefined,
    rule,
    severity: rule === 'columns-ignored' ? 'information' : 'warning',
    column: null,
    value: null,
    message,
    kind: file.mapping?.kind ?? file.recognised?.kind ?? 'unrecognised',
    returnYear: file.returnYear ?? 0,
    path: file.source.path,
  };
}

/** A file's latest date may fall outside the year of its folder or name: one of the two is wrong. */
function yearFinding(file: PlannedFile, latest: LatestDates): PlacedFinding | undefined {
  const date = latest.get(file.number);
  if (date === undefined || file.returnYear === undefined) return undefined;
  const year = returnYearOfDate(date);
  const kind = file.recognised?.kind;
  const whole = kind === 'episodes' || kind === 'return_xml';
  if (year === file.returnYear || (year < file.returnYear && !whole)) return undefined;
  return about(
    file,
    'return-year-disagrees',
    `${file.source.path} is taken as the ${file.returnYear} return (1 April ${file.returnYear - 1} to ` +
      `31 March ${file.returnYear}), but its latest date is ${dateInWords(date)}, in the ${year} return.`,
  );
}

function columnsFinding(file: PlannedFile): PlacedFinding | undefined {
  const extra = file.ignoredColumns;
  if (extra.length === 0) return undefined;
  return about(
    file,
    'columns-ignored',
    `${file.source.path} has columns that are not part of the layout and were read past: ${extra.join(', ')}.`,
  );
}

/** Rows of a return that say the same as another of their file, of which one is kept. */
function identicalFindings(files: readonly PlannedFile[], tally: ImportTally): PlacedFinding[] {
  return [...tally.identicalRows()].flatMap(({ file: number, module, lines, count }) => {
    const file = files.find((each) => each.number === number);
    if (file === undefined) return [];
    const rows = oneOrMore(count, 'row that says', 'rows that say');
    const message = `${file.source.path} has ${inFigures(count)} ${rows} the same as an earlier one (${linesInWords(lines, count)}): one of each is kept.`;
    const line = lines[0] ?? 0;
    return [{ ...about(file, 'rows-identical', message), kind: module, line }];
  });
}

/** Rejected rows that were too many to hold are said with their number. */
function leftOutFinding(file: PlannedFile, tally: ImportTally): PlacedFinding | undefined {
  const left = tally.rejections.leftOf(String(file.number));
  if (left === 0) return undefined;
  const { rejected } = tally.of(file.number);
  return about(
    file,
    'rejected-rows-not-kept',
    `${file.source.path} has ${inFigures(rejected)} rejected rows: ${inFigures(rejected - left)} of them are kept with their reasons, the other ${inFigures(left)} are only counted.`,
  );
}

/** Says how many findings were too many to hold; the last thing that is added. */
export function addUnkept(files: readonly PlannedFile[], { findings }: ImportTally): void {
  const [first] = files;
  if (first === undefined || findings.left === 0) return;
  const message = `There is more to say of these files than is kept: another ${inFigures(findings.left)} findings are only counted.`;
  findings.insist(about(first, 'findings-not-kept', message));
}

/** Adds what there is to say of whole files, and of children whom no header names. */
export function addFileFindings(
  files: readonly PlannedFile[],
  latest: LatestDates,
  childrenWithoutHeader: Iterable<string>,
  tally: ImportTally,
): void {
  for (const file of files) {
    const leftOut = leftOutFinding(file, tally);
    if (leftOut !== undefined) tally.findings.insist(leftOut);
    for (const finding of [yearFinding(file, latest), columnsFinding(file)]) {
      if (finding !== undefined) tally.findings.push(finding);
    }
  }
  for (const finding of identicalFindings(files, tally)) tally.findings.push(finding);
  const [of] = files.filter(isOfReturn);
  if (of === undefined) return;
  for (const childId of childrenWithoutHeader) {
    tally.findings.push({
      ...about(of, 'child-without-header', `Child ${childId} has records but stands in no header.`),
      kind: 'header',
      childId,
    });
  }
}
