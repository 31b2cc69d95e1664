import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { copyTo } from '../platform/backup/copies.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { asOwner, withHouse } from '../web/house.ts';
import type { Command } from './command.ts';
import { countsInWords } from './counts-in-words.ts';

/** `wellplaced move --to OWNER_URL`: from the configured database, most often the embedded one, to a server. */
export const moveCommand: Command = {
  name: 'move',
  usage: 'move --to OWNER_URL',
  summary: 'Copies everything to an empty database on a server and compares every table.',
  async run(words, configuration, { out }) {
    const { values } = parseArgs({ args: [...words], options: { to: { type: 'string' } } });
    if (values.to === undefined) {
      throw new WellplacedError(
        'no-target',
        'It was not said where to.',
        'Name the server, as the owner of its database: wellplaced move --to postgres://owner:password@host:port/database',
      );
    }
    const { ownerUrl } = readConfiguration({ WELLPLACED_OWNER_URL: values.to });
    return withHouse(configuration, async ({ ground }) => {
      const counts = await asOwner({ ...configuration, ownerUrl }, (target) =>
        copyTo(ground, target, userInfo().username),
      );
      out.write(countsInWords(counts));
      out.write(
        '\nCopied: every table has the same rows and fingerprint on both sides. From here on, set DATABASE_URL\n' +
          'to the server, as the role that serves; what was copied is still where it was.\n',
      );
      return 0;
    });
  },
};
