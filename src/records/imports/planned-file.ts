import { dirname } from 'node:path/posix';
import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import { isReturnModule } from '../files/file-kind.ts';
import type { RecognisedFile } from '../files/recognised-file.ts';
import { returnYearFromPath, returnYearOfDate } from '../files/return-year.ts';
import type { SourceFile } from '../files/source-file.ts';
import { applyMapping } from '../mappings/apply-mapping.ts';
import { mappingFor } from '../mappings/mapping-for.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import type { FileReader } from '../reading/reader.ts';
import { laterOf, NO_DATES, type ReturnDates } from './return-dates.ts';
import type { SampleRow } from './sample-rows.ts';

/** A file of an import, recognised, with the return year its rows belong to. */
export interface PlannedFile {
  readonly number: number;
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
  /** Why the whole file is refused. */
  readonly problem: WellplacedError | undefined;
}

type Unread = Pick<PlannedFile, 'number' | 'source' | 'sha256' | 'ignoredColumns' | 'sample'>;

function unmapped(source: SourceFile, header: readonly string[]): WellplacedError {
  return new WellplacedError(
    'unrecognised-layout',
    `${source.path} has a layout that is not known: its columns are ${header.join(', ')}.`,
    'Map its columns once on the imports page, save the mapping and import the file again.',
  );
}

function ignoredColumns(recognised: RecognisedFile, mapping: SavedMapping | undefined) {
  if (mapping === undefined) return recognised.extraColumns;
  return applyMapping(mapping, recognised.header, recognised.path).unmappedColumns;
}

/** Recognises one file; a file that cannot be read at all carries its problem. */
export async function planFile(
  reader: FileReader,
  source: SourceFile,
  number: number,
  mappings: readonly SavedMapping[],
): Promise<PlannedFile> {
  let plan: Unread = { number, source, sha256: undefined, ignoredColumns: [], sample: undefined };
  try {
    plan = { ...plan, sha256: await reader.ask('sha256', source) };
    const recognised = await reader.ask('recognise', source);
    const returnYear = returnYearFromPath(source.path);
    const known = recognised.kind !== 'unrecognised';
    const mapping = known ? undefined : mappingFor(recognised.header, mappings);
    const read = { ...plan, recognised, mapping, returnYear };
    if (!known && mapping === undefined) {
      const sample = await reader.ask('sample', source, recognised);
      return { ...read, sample, problem: unmapped(source, recognised.header) };
    }
    return { ...read, ignoredColumns: ignoredColumns(recognised, mapping), problem: undefined };
  } catch (error) {
    if (!(error instanceof WellplacedError)) throw error;
    const nothing = { recognised: undefined, mapping: undefined, returnYear: undefined };
    return { ...plan, ...nothing, problem: error };
  }
}

/** Whether the rows of the file belong to a return. */
export function isOfReturn(file: PlannedFile): boolean {
  const kind = file.mapping?.kind ?? file.recognised?.kind;
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
