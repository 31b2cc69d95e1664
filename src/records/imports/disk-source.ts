import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { WellplacedError } from '../../core/errors.ts';
import { shownPath } from '../../core/file-name.ts';
import type { SourceFile } from '../files/source-file.ts';

function sourceAt(path: string, shown: string, bytes: number): SourceFile {
  return {
    path: shownPath(shown.split(sep).join('/')),
    bytes,
    open: () => createReadStream(path, { highWaterMark: 1 << 20 }),
  };
}

/**
 * The files at a path: the file itself, or every file in the folder and its folders, in order of
 * name; hidden files are passed over. Throws a WellplacedError when there is nothing there.
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
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(path, file)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort();
  return Promise.all(files.map(async (file) => sourceAt(file, file, (await stat(file)).size)));
}
