import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { copyTo } from '../platform/backup/copies.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { openGround } from '../platform/database/open-ground.ts';
import { withHouse } from '../web/house.ts';
import { ALL_MIGRATIONS } from '../web/migrations.ts';
import type { Command } from './command.ts';
import { countsInWords } from './counts-in-words.ts';

/** `wellplaced move --to DATABASE_URL`: from the configured database, most often the embedded one, to a server. */
export const moveCommand: Command = {
  name: 'move',
  usage: 'move --to DATABASE_URL',
  summary: 'Copies everything to an empty database on a server and compares every table.',
  async run(words, configuration, { out }) {
    const { values } = parseArgs({ args: [...words], options: { to: { type: 'string' } } });
    if (values.to === undefined) {
      throw new WellplacedError(
        'no-target',
        'It was not said where to.',
        'Name the server: wellplaced move --to postgres://user:password@host:port/database',
      );
    }
    const { databaseUrl } = readConfiguration({ DATABASE_URL: values.to });
    return withHouse(configuration, async ({ ground }) => {
      const target = await openGround({ ...configuration, databaseUrl }, ALL_MIGRATIONS);
      try {
        out.write(countsInWords(await copyTo(ground, target, userInfo().username)));
      } finally {
        await target.close();
      }
      out.write(
        '\nCopied: every table has the same rows and fingerprint on both sides. Set DATABASE_URL to\n' +
          'the server from here on; what was copied is still where it was.\n',
      );
      return 0;
    });
  },
};
