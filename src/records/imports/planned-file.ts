import { createHash } from 'node:crypto';
import { dirname } from 'node:path/posix';
import { pipeline } from 'node:stream/promises';
import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import { isReturnModule } from '../files/file-kind.ts';
import { readFile } from '../files/read-file.ts';
import { recogniseFile } from '../files/recognise-file.ts';
import type { RecognisedFile } from '../files/recognised-file.ts';
import { returnYearFromPath, returnYearOfDate } from '../files/return-year.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { latestDateOf } from '../returns/latest-date.ts';
import { isReturnBatch } from './return-batch.ts';

/** A file of an import, recognised, with the return year its rows belong to. */
export interface PlannedFile {
  readonly number: number;
  readonly source: SourceFile;
  readonly sha256: string;
  readonly recognised: RecognisedFile | undefined;
  readonly mapping: SavedMapping | undefined;
  readonly returnYear: number | undefined;
  /** Why the whole file is refused. */
  readonly problem: WellplacedError | undefined;
}

async function sha256Of(source: SourceFile): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(source.open(), hash);
  return hash.digest('hex');
}

function mappingFor(header: readonly string[], mappings: readonly SavedMapping[]) {
  const present = new Set(header);
  return mappings.find((mapping) =>
    mapping.columns.every((field) => !('sourceColumn' in field) || present.has(field.sourceColumn)),
  );
}

function unmapped(source: SourceFile, header: readonly string[]): WellplacedError {
  return new WellplacedError(
    'unrecognised-layout',
    `${source.path} has a layout that is not known: its columns are ${header.join(', ')}.`,
    'Map its columns once on the imports page, save the mapping and import the file again.',
  );
}

/** Recognises one file; a file that cannot be read at all carries its problem. */
export async function planFile(
  source: SourceFile,
  number: number,
  mappings: readonly SavedMapping[],
): Promise<PlannedFile> {
  const plan = { number, source, mapping: undefined, recognised: undefined };
  const sha256 = await sha256Of(source);
  try {
    const recognised = await recogniseFile(source);
    const mapping =
      recognised.kind === 'unrecognised' ? mappingFor(recognised.header, mappings) : undefined;
    const problem =
      recognised.kind === 'unrecognised' && mapping === undefined
        ? unmapped(source, recognised.header)
        : undefined;
    const returnYear = returnYearFromPath(source.path);
    return { ...plan, sha256, recognised, mapping, returnYear, problem };
  } catch (error) {
    if (!(error instanceof WellplacedError)) throw error;
    return { ...plan, sha256, returnYear: undefined, problem: error };
  }
}

/** Whether the rows of the file belong to a return. */
export function isOfReturn(file: PlannedFile): boolean {
  const kind = file.mapping?.kind ?? file.recognised?.kind;
  return kind !== undefined && (kind === 'return_xml' || isReturnModule(kind));
}

/** Files of one folder that name no year are one return, of the year of their latest date. */
async function latestDateIn(file: PlannedFile): Promise<PlainDate | undefined> {
  if (file.recognised === undefined) return undefined;
  let latest: PlainDate | undefined;
  const mapping = file.mapping === undefined ? {} : { mapping: file.mapping };
  for await (const batch of readFile(file.source, file.recognised, {
    returnYear: undefined,
    ...mapping,
  })) {
    if (!isReturnBatch(batch)) continue;
    for (const row of batch.rows) {
      const date = latestDateOf(batch.kind, row);
      if (date !== undefined && (latest === undefined || date > latest)) latest = date;
    }
  }
  return latest;
}

/**
 * Gives a return year to the files whose path names none: the year of the latest date among the
 * files of the same folder, or `otherwise` when they hold no date.
 */
export async function withReturnYears(
  files: readonly PlannedFile[],
  otherwise: number,
): Promise<readonly PlannedFile[]> {
  const latest = new Map<string, PlainDate>();
  const broken = new Map<number, WellplacedError>();
  const undated = files.filter((file) => isOfReturn(file) && file.returnYear === undefined);
  for (const file of undated) {
    const folder = dirname(file.source.path);
    try {
      const date = await latestDateIn(file);
      const known = latest.get(folder);
      if (date !== undefined && (known === undefined || date > known)) latest.set(folder, date);
    } catch (error) {
      if (!(error instanceof WellplacedError)) throw error;
      broken.set(file.number, error);
    }
  }
  return files.map((file) => {
    if (!undated.includes(file)) return file;
    const date = latest.get(dirname(file.source.path));
    const returnYear = date === undefined ? otherwise : returnYearOfDate(date);
    return { ...file, returnYear, problem: file.problem ?? broken.get(file.number) };
  });
}
