import { dirname } from 'node:path/posix';
import { Readable } from 'node:stream';
import { WellplacedError } from '../../../core/errors.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import { isReturnModule } from '../files/file-kind.ts';
import type { RecognisedFile, SheetNotRead } from '../files/recognised-file.ts';
import { returnYearFromPath, returnYearOfDate } from '../files/return-year.ts';
import type { SourceFile } from '../files/source-file.ts';
import { applyMapping } from '../mappings/apply-mapping.ts';
import { mappingFor } from '../mappings/mapping-for.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import type { FileReader } from '../reading/reader.ts';
import type { LookedAt } from './look-at-files.ts';
import { laterOf, NO_DATES, type ReturnDates } from './return-dates.ts';
import type { SampleRow } from './sample-rows.ts';

/** A table of an import, recognised, with the return year its rows belong to: a file, or one sheet of a workbook. */
export interface PlannedFile {
  /** Its own number in the import. */
  readonly number: number;
  /** The number of the file that was given, which may hold several tables. */
  readonly sourceNumber: number;
  /** The path of that file. */
  readonly givenPath: string;
  /** The file, under a path that names the sheet where it has several. */
  readonly source: SourceFile;
  /** Undefined when not even the bytes could be read. */
  readonly sha256: string | undefined;
  readonly recognised: RecognisedFile | undefined;
  readonly mapping: SavedMapping | undefined;
  readonly returnYear: number | undefined;
  /** Columns that are read past. */
  readonly ignoredColumns: readonly string[];
  /** The first rows of a table of no known layout; undefined for other files. */
  readonly sample: readonly SampleRow[] | undefined;
  /** Sheets of the same workbook that hold nothing to read; stated once, with its first table. */
  readonly notRead: readonly SheetNotRead[];
  /** Why the whole file is refused. */
  readonly problem: WellplacedError | undefined;
}

/** How many columns of a layout that is not known are named. */
const COLUMNS_NAMED = 60;

type Unnumbered = Omit<PlannedFile, 'number' | 'notRead'>;

function columnsInWords(header: readonly string[]): string {
  const more = header.length - COLUMNS_NAMED;
  return more > 0
    ? `${header.slice(0, COLUMNS_NAMED).join(', ')} and ${more} more`
    : header.join(', ');
}

function unmapped(source: SourceFile, header: readonly string[]): WellplacedError {
  return new WellplacedError(
    'unrecognised-layout',
    `${source.path} has a layout that is not known: its columns are ${columnsInWords(header)}.`,
    'Map its columns once on the imports page, save the mapping and import the file again.',
  );
}

function ignoredColumns(recognised: RecognisedFile, mapping: SavedMapping | undefined) {
  if (mapping === undefined) return recognised.extraColumns;
  return applyMapping(mapping, recognised.header, recognised.path).unmappedColumns;
}

const NOTHING = {
  recognised: undefined,
  mapping: undefined,
  returnYear: undefined,
  ignoredColumns: [],
  sample: undefined,
};

async function planTable(
  reader: FileReader,
  plan: Pick<Unnumbered, 'source' | 'sourceNumber' | 'givenPath' | 'sha256'>,
  recognised: RecognisedFile,
  mappings: readonly SavedMapping[],
): Promise<Unnumbered> {
  const { path, sheet, kind, header } = recognised;
  const source = { ...plan.source, path };
  try {
    // A sheet's own name says more of its year than its workbook's.
    const returnYear = returnYearFromPath(
      sheet === undefined ? path : `${plan.source.path}/${sheet}`,
    );
    const mapping = kind === 'unrecognised' ? mappingFor(header, mappings) : undefined;
    const read = { ...plan, source, recognised, mapping, returnYear, sample: undefined };
    if (kind === 'unrecognised' && mapping === undefined) {
      const sample = await reader.ask('sample', source, recognised);
      return { ...read, ignoredColumns: [], sample, problem: unmapped(source, header) };
    }
    return { ...read, ignoredColumns: ignoredColumns(recognised, mapping), problem: undefined };
  } catch (error) {
    if (!(error instanceof WellplacedError)) throw error;
    return { ...plan, ...NOTHING, source, problem: error };
  }
}

/** Plans the tables of one file, numbering them onwards; a file or sheet that cannot be read at all carries its problem. */
export async function planFile(
  reader: FileReader,
  { source, sha256, found }: LookedAt,
  sourceNumber: number,
  firstNumber: number,
  mappings: readonly SavedMapping[],
): Promise<readonly PlannedFile[]> {
  const plan = { source, sourceNumber, givenPath: source.path, sha256 };
  if (found instanceof WellplacedError) {
    return [{ ...plan, ...NOTHING, number: firstNumber, notRead: [], problem: found }];
  }
  const { tables, refused, notRead } = found;
  const planned: Unnumbered[] = [];
  for (const table of tables) planned.push(await planTable(reader, plan, table, mappings));
  for (const { path, code, message, remedy } of refused) {
    const problem = new WellplacedError(code, message, remedy);
    planned.push({ ...plan, ...NOTHING, source: { ...source, path }, problem });
  }
  return planned.map((file, at) => ({
    ...file,
    number: firstNumber + at,
    notRead: at === 0 ? notRead : [],
  }));
}

/** What the rows of the file are, as recognised or as its saved layout says. */
export function kindOf(file: PlannedFile) {
  return file.mapping?.kind ?? file.recognised?.kind;
}

/** A file of an import before anything is known of it but where it stands. */
export function unread(number: number, path: string, bytes: number): PlannedFile {
  const source = { path, bytes, open: () => Readable.from([]) };
  const about = { number, sourceNumber: number, givenPath: path, source, sha256: undefined };
  return { ...about, ...NOTHING, notRead: [], problem: undefined };
}

/** Whether the rows of the file belong to a return. */
export function isOfReturn(file: PlannedFile): boolean {
  const kind = kindOf(file);
  return kind !== undefined && (kind === 'return_xml' || isReturnModule(kind));
}

/**
 * Gives a return year to the files whose path names none: files of one folder are one return, of
 * the year of its latest date, that of its episodes if it has any, else of the year `otherwise`.
 */
export async function withReturnYears(
  reader: FileReader,
  files: readonly PlannedFile[],
  today: PlainDate,
  otherwise: number,
): Promise<readonly PlannedFile[]> {
  const returns = new Map<string, ReturnDates>();
  const broken = new Map<number, WellplacedError>();
  const undated = files.filter((file) => isOfReturn(file) && file.returnYear === undefined);
  for (const file of undated) {
    const folder = dirname(file.source.path);
    const { recognised, mapping, source } = file;
    if (recognised === undefined) continue;
    try {
      const dates = await reader.ask('dates', source, recognised, mapping, today);
      returns.set(folder, laterOf(returns.get(folder) ?? NO_DATES, dates));
    } catch (error) {
      if (!(error instanceof WellplacedError)) throw error;
      broken.set(file.number, error);
    }
  }
  return files.map((file) => {
    if (!undated.includes(file)) return file;
    const dates = returns.get(dirname(file.source.path));
    const date = dates?.episodes ?? dates?.any;
    const returnYear = date === undefined ? otherwise : returnYearOfDate(date);
    return { ...file, returnYear, problem: file.problem ?? broken.get(file.number) };
  });
}
