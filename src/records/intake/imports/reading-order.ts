import { RETURN_MODULES } from '../../returns/return-module.ts';
import type { FileReading } from '../reading/reader.ts';
import { isOfReturn, kindOf, type PlannedFile } from './planned-file.ts';
import { readingOf } from './read-files.ts';

/** The files of one kind of record, or the returns as XML. */
export function filesOf(files: readonly PlannedFile[], kind: string): readonly PlannedFile[] {
  return files.filter((file) => kindOf(file) === kind);
}

/** Cost records and directories. */
export function extractsOf(files: readonly PlannedFile[]): readonly PlannedFile[] {
  return files.filter((file) => !isOfReturn(file));
}

/** The files that are not refused, by return year and path. */
export function readable(planned: readonly PlannedFile[]): readonly PlannedFile[] {
  const order = (file: PlannedFile) =>
    `${String(file.returnYear ?? 0).padStart(4, '0')} ${file.source.path}`;
  return planned
    .filter((file) => file.problem === undefined)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What is asked of the reader in an import, in order: returns as XML, which hold every module, then module after module, then the ledgers. */
export function readingsOf(planned: readonly PlannedFile[]): readonly FileReading[] {
  const files = readable(planned);
  const modules = ['return_xml', ...RETURN_MODULES].flatMap((kind) => filesOf(files, kind));
  return [...modules, ...extractsOf(files)].flatMap((file) => readingOf(file) ?? []);
}
