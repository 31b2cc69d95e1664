import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { WellplacedError } from '../../../core/errors.ts';
import { shownPath } from '../../../core/file-name.ts';
import type { SourceFile } from '../files/source-file.ts';

/** A council's folders go three or four deep; a folder that goes deeper than this is not one of its extracts. */
const MOST_FOLDERS_DEEP = 12;
/** England's postcodes come in 120 files, twenty years of returns in some 300. */
const MOST_FILES = 5_000;
/** The largest file that councils have, a national postcode directory, is 1.3 GB. */
const MOST_BYTES = 10_000_000_000;

function sourceAt(path: string, shown: string, bytes: number): SourceFile {
  return {
    path: shownPath(shown.split(sep).join('/')),
    bytes,
    file: path,
    open: () => createReadStream(path, { highWaterMark: 1 << 20 }),
  };
}

function tooMany(what: string, most: string): WellplacedError {
  return new WellplacedError(
    'import-too-large',
    `An import may have ${most}, and this one has more ${what}.`,
    'Import it in several parts.',
  );
}

/** Throws a WellplacedError when the files are more than one import may have. */
export function checkSize(sources: readonly SourceFile[]): void {
  if (sources.length > MOST_FILES) {
    throw tooMany('files', `${MOST_FILES.toLocaleString('en-GB')} files`);
  }
  if (sources.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) {
    throw tooMany('bytes', `${MOST_BYTES / 1_000_000_000} GB`);
  }
}

/** The files of a folder and its folders, whose number and depth are looked at before anything is read. */
async function filesUnder(folder: string, depth: number, found: string[]): Promise<string[]> {
  if (depth > MOST_FOLDERS_DEEP) {
    throw new WellplacedError(
      'folders-too-deep',
      `${folder} lies more than ${MOST_FOLDERS_DEEP} folders deep.`,
      'Name the folder that holds the extracts itself.',
    );
  }
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) found.push(path);
    if (entry.isDirectory()) await filesUnder(path, depth + 1, found);
    if (found.length > MOST_FILES) {
      throw tooMany('files', `${MOST_FILES.toLocaleString('en-GB')} files`);
    }
  }
  return found;
}

/**
 * The files at a path: the file itself, or every file in the folder and its folders, in order of
 * name; hidden files are passed over. Throws a WellplacedError when there is nothing there, or what
 * is there is no file or folder, goes too deep or is more than one import may have.
 */
export async function sourcesAt(path: string): Promise<SourceFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new WellplacedError(
      'no-such-file',
      `There is no file or folder at ${path}.`,
      'Check the path; a path with spaces needs quotation marks.',
    );
  }
  if (found.isFile()) return [sourceAt(path, path, found.size)];
  if (!found.isDirectory()) {
    throw new WellplacedError(
      'not-a-file',
      `${path} is neither a file nor a folder.`,
      'Name a file with records, or a folder with such files.',
    );
  }
  const files = (await filesUnder(path, 0, [])).sort();
  const sources: SourceFile[] = [];
  for (const file of files) sources.push(sourceAt(file, file, (await stat(file)).size));
  if (sources.length === 0) {
    throw new WellplacedError(
      'folder-empty',
      `There is no file in the folder ${path}; hidden files are passed over.`,
      'Name a file with records, or a folder with such files.',
    );
  }
  return sources;
}
