import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { noteLine } from '../platform/audit/note.ts';
import { backUp } from '../platform/backup/copies.ts';
import { withHouse } from '../web/house.ts';
import type { Command } from './command.ts';
import { countsInWords } from './counts-in-words.ts';

/** The one file named. */
export function fileNamed(words: readonly string[], command: string): string {
  const [file, ...more] = parseArgs({ args: [...words], allowPositionals: true }).positionals;
  if (file !== undefined && more.length === 0) return file;
  throw new WellplacedError(
    'no-file',
    'One file is needed.',
    `Name it: wellplaced ${command} FILE`,
  );
}

/** `wellplaced backup FILE`: everything in the database as one file. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'Writes the whole database, every council, to a new file.',
  async run(words, configuration, { out }) {
    const file = fileNamed(words, 'backup');
    if (existsSync(file)) {
      throw new WellplacedError(
        'file-exists',
        `${file} is there already.`,
        'Name a file that is not there yet.',
      );
    }
    return withHouse(configuration, async ({ ground, now }) => {
      const { counts, notes } = await backUp(ground, file, {
        actor: userInfo().username,
        now: now(),
      });
      out.write(countsInWords(counts));
      out.write(
        '\nThe last entry of each audit trail; note it elsewhere, where nobody reaches who keeps the backup:\n',
      );
      for (const note of notes ?? []) out.write(`${noteLine(note)}\n`);
      out.write(`\nWritten to ${file}. It holds children’s records: keep it as you keep those.\n`);
      return 0;
    });
  },
};
