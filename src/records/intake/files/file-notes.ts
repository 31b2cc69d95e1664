import { WellplacedError } from '../../../core/errors.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { CheckedBatch, RowFinding } from './rejection.ts';
import type { RowBatch } from './row-batch.ts';
import { partedAmount } from './uneven-row.ts';

/** A file of which more rows than this, or rows of more values than this, are rejected is no table to correct row by row. */
const MOST_REJECTED = 100_000;
const MOST_VALUES_REJECTED = 3_000_000;

/** Counts what became of the rows of one file. */
export class RowCounts {
  readonly #path: string;
  rows = 0;
  #rejected = 0;
  #values = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Counts a batch. Throws a WellplacedError when so much of the file is rejected that all of it must be wrong. */
  add({ rows, rejections }: CheckedBatch): void {
    this.rows += rows.length + rejections.length;
    this.#rejected += rejections.length;
    for (const { cells } of rejections) this.#values += cells.length;
    if (this.#rejected <= MOST_REJECTED && this.#values <= MOST_VALUES_REJECTED) return;
    const [first] = rejections;
    throw new WellplacedError(
      'too-many-rejected',
      `${this.#path} has more than ${(this.#rejected - 1).toLocaleString('en-GB')} rows that cannot be used; of line ${first?.line}: ${first?.reason}.`,
      'Something is wrong with the file as a whole. Export it again, and look at its first lines before it is imported.',
    );
  }
}

/** Tells of a rejected row that its values may have been shifted, by what its width shows. */
function withShift(reason: string, cells: readonly string[], values: number | undefined): string {
  const width =
    values === undefined
      ? ''
      : `; the row has ${values} values where the header has ${cells.length} columns`;
  const amount = partedAmount(cells, true);
  const parted =
    amount === undefined
      ? ''
      : `; ${amount.join(' and ')} may be one amount, parted by its own comma`;
  return reason + width + parted;
}

/** The rows of a batch after their checks, with what was seen of them before. */
export function withNotes(checked: CheckedBatch, batch: RowBatch): CheckedBatch {
  const { rejections } = checked;
  if (rejections.length === 0 && batch.findings === undefined) return checked;
  const before = new Set(batch.rejections.map(({ line }) => line));
  return {
    ...checked,
    findings: [...(batch.findings ?? []), ...checked.findings],
    rejections: rejections.map((rejection) => {
      const { line, reason, cells } = rejection;
      if (before.has(line)) return rejection;
      return { ...rejection, reason: withShift(reason, cells, batch.surplus?.get(line)) };
    }),
  } as CheckedBatch;
}

/** The rows of a return as XML after their checks; a rejected one says in which record of which child it stands. */
export function withPlaces(
  checked: CheckedBatch,
  places: ReadonlyMap<readonly string[], string>,
): CheckedBatch {
  const rejections = checked.rejections.map((rejection) => {
    const place = places.get(rejection.cells);
    return place === undefined
      ? rejection
      : { ...rejection, reason: `${rejection.reason} (${place})` };
  });
  return { ...checked, rejections };
}

function about(
  rule: string,
  severity: RowFinding['severity'],
  line: number,
  message: string,
): RowFinding {
  return { line, childId: undefined, rule, severity, column: null, value: null, message };
}

/** What there is to say of a whole file once its rows are read: what stands above its header, and whether it has any. */
export function fileFindings(
  { path, rowsAbove, headerLine, kind }: RecognisedFile,
  rows: number,
): readonly RowFinding[] {
  const findings: RowFinding[] = [];
  const [first] = rowsAbove;
  if (first !== undefined) {
    const said = rowsAbove.map(({ line, text }) => `line ${line}, ${text.slice(0, 80)}`);
    const what = kind === 'children_names' ? '' : `: ${said.slice(0, 5).join('; ')}`;
    findings.push(
      about(
        'rows-above-header',
        'information',
        first.line,
        `${path} has its header on line ${headerLine}; what stands above was passed over${what}.`,
      ),
    );
  }
  if (rows === 0) {
    const message = `${path} has ${kind === 'return_xml' ? 'no records' : 'a header and no rows'}, so nothing came of it. If it should have some, export it again.`;
    findings.push(about('file-without-rows', 'warning', 0, message));
  }
  return findings;
}
