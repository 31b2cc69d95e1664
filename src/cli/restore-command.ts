import { restoreFrom } from '../platform/backup/copies.ts';
import { ALL_MIGRATIONS } from '../web/migrations.ts';
import { fileNamed } from './backup-command.ts';
import type { Command } from './command.ts';
import { countsInWords } from './counts-in-words.ts';

/** `wellplaced restore FILE`: fills the configured database, which must be empty. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'Fills an empty database from a backup; all of it, compared by table, or nothing.',
  async run(words, configuration, { out }) {
    const counts = await restoreFrom(fileNamed(words, 'restore'), configuration, ALL_MIGRATIONS);
    out.write(countsInWords(counts));
    out.write('\nRestored: every table has the rows and the fingerprint that the backup had.\n');
    return 0;
  },
};
