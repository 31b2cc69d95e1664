import { WellplacedError } from '../../../core/errors.ts';
import { FileRefusedError } from '../imports/file-refused-error.ts';
import type { PlannedFile } from '../imports/planned-file.ts';

/** What PostgreSQL says of a value that it does not take, by its code, without the value: it may be a child's name. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['22001', 'a text is too long for its column'],
  ['22003', 'a number is too large'],
  ['22007', 'a date cannot be read'],
  ['22008', 'a date lies beyond those that can be kept'],
  ['22021', 'a text holds a character that no text has'],
  ['22P05', 'a text holds a character that no text has'],
  ['54000', 'a value is too long to be found again by it'],
]);

/** SQLSTATE: a value that cannot be kept (22), a rule of a table that it breaks (23), a limit of the database (54). */
const OF_VALUES = /^(?:22|23|54)/;

function codeOf(fault: unknown): string | undefined {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' && code.length === 5 && OF_VALUES.test(code) ? code : undefined;
}

/** Whether the database refused what it was to keep, rather than failed. */
function isRefusedByDatabase(fault: unknown): boolean {
  return codeOf(fault) !== undefined;
}

/** The refusal of a file of which the database takes no value that was not foreseen. */
function refusedByDatabase(file: PlannedFile, fault: unknown): FileRefusedError {
  const code = codeOf(fault);
  const reason = REASONS.get(code ?? '') ?? 'it breaks a rule of its table';
  return new FileRefusedError(
    file.number,
    new WellplacedError(
      'value-not-kept',
      `${file.source.path} is refused because it holds a value that the database cannot keep: ${reason} (SQLSTATE ${code}).`,
      'Look for a value that is far too long, too large or damaged, mend it and import the file again.',
    ),
  );
}

/** Does work for one file, of which what the database refuses is the fault. Throws a FileRefusedError then. */
export async function blaming<Result>(
  file: PlannedFile | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (fault) {
    if (file === undefined || !isRefusedByDatabase(fault)) throw fault;
    throw refusedByDatabase(file, fault);
  }
}

/** Ends a transaction that only tries whether the database takes a file. */
export class NotKept extends Error {}

/** The files that the database does not take when each is tried alone; none when what it threw was no refusal of a value. */
export async function blamed(
  planned: readonly PlannedFile[],
  fault: unknown,
  alone: (file: PlannedFile) => Promise<unknown>,
): Promise<readonly FileRefusedError[]> {
  const refused: FileRefusedError[] = [];
  if (!isRefusedByDatabase(fault)) return refused;
  for (const file of planned.filter(({ problem }) => problem === undefined)) {
    try {
      await alone(file);
    } catch (error) {
      if (error instanceof FileRefusedError)
        refused.push(new FileRefusedError(file.number, error.problem));
      else if (isRefusedByDatabase(error)) refused.push(refusedByDatabase(file, error));
      else if (!(error instanceof NotKept)) throw error;
    }
  }
  return refused;
}

/** The files, those refused with their problem. */
export function without(
  planned: readonly PlannedFile[],
  refused: readonly FileRefusedError[],
): readonly PlannedFile[] {
  const problems = new Map(refused.map(({ file, problem }) => [file, problem]));
  return planned.map((file) => ({ ...file, problem: problems.get(file.number) ?? file.problem }));
}
