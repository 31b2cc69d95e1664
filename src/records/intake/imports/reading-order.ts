import { RETURN_MODULES } from '../../returns/return-module.ts';
import { isOfReturn, kindOf, type PlannedFile } from './planned-file.ts';

/** The files of one kind of record, or the returns as XML. */
export function filesOf(files: readonly PlannedFile[], kind: string): readonly PlannedFile[] {
  return files.filter((file) => kindOf(file) === kind);
}

/** Cost records and directories. */
export function extractsOf(files: readonly PlannedFile[]): readonly PlannedFile[] {
  return files.filter((file) => !isOfReturn(file));
}

/** An import's files in the order in which they are read: returns as XML, which hold every module, then module after module, then the ledgers. */
export function inReadingOrder(files: readonly PlannedFile[]): readonly PlannedFile[] {
  const modules = ['return_xml', ...RETURN_MODULES].flatMap((kind) => filesOf(files, kind));
  return [...modules, ...extractsOf(files)];
}
