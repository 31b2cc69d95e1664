import type { AuditNote } from '../platform/audit/note.ts';
import { verifyChain } from '../platform/audit/verify-chain.ts';
import { restoreFrom } from '../platform/backup/copies.ts';
import type { Ground } from '../platform/database/ground.ts';
import { asOwner } from '../web/house.ts';
import { ALL_MIGRATIONS } from '../web/whole.ts';
import { checkInWords } from './audit-command.ts';
import { fileNamed } from './backup-command.ts';
import type { Command } from './command.ts';
import { countsInWords } from './counts-in-words.ts';

/** Proves every trail that was restored, against what the backup noted of it; gives how many are broken. */
async function proveTrails(
  ground: Ground,
  notes: readonly AuditNote[],
  out: NodeJS.WritableStream,
): Promise<number> {
  let broken = 0;
  for (const { code } of await ground.authorities()) {
    const noted = notes.filter(({ authority }) => authority === code);
    const check = await verifyChain(ground, code, noted);
    out.write(checkInWords(code, check, noted));
    if (check.broken !== undefined) broken += 1;
  }
  return broken;
}

/** `wellplaced restore FILE`: fills the configured database, which must be empty; exit code 1 when an audit trail in the backup is broken. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE',
  summary:
    'Fills an empty database from a backup; all of it, compared by table, or nothing. On a server as its owner.',
  async run(words, configuration, { out }) {
    const file = fileNamed(words, 'restore');
    const { counts, notes } = await restoreFrom(file, configuration, ALL_MIGRATIONS);
    out.write(countsInWords(counts));
    out.write('\nRestored: every table has the rows and the fingerprint that the backup had.\n');
    if (Object.keys(counts).length === 0) out.write('The backup held no rows at all.\n');
    if (notes === undefined)
      out.write('The backup notes no audit trail: an older version made it.\n');
    const broken = await asOwner(configuration, (ground) => proveTrails(ground, notes ?? [], out));
    return broken === 0 ? 0 : 1;
  },
};
