import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { distributionScript } from '../platform/distribution/distribution-script.ts';
import { whatToDistribute } from '../platform/distribution/what-to-distribute.ts';
import { withHouse } from '../web/house.ts';
import type { Command } from './command.ts';

/** `wellplaced distribute`: the script by which a database becomes one of several machines. */
export const distributeCommand: Command = {
  name: 'distribute',
  usage: 'distribute [--out FILE]',
  summary: 'Writes the SQL that spreads the database over several machines by council (Citus).',
  async run(words, configuration, { out }) {
    const { out: file } = parseArgs({
      args: [...words],
      options: { out: { type: 'string' } },
    }).values;
    if (file !== undefined && existsSync(file)) {
      throw new WellplacedError(
        'file-exists',
        `${file} is there already.`,
        'Name a file that is not there yet.',
      );
    }
    const distribution = await withHouse(configuration, ({ ground }) => whatToDistribute(ground));
    const script = distributionScript(distribution);
    if (file === undefined) {
      out.write(script);
      return 0;
    }
    await writeFile(file, script, { flag: 'wx' });
    const { reference, byCouncil } = distribution;
    out.write(
      `Written to ${file}: ${byCouncil.length} tables by council, ${reference.length} whole on every node.\n` +
        'Read its head, and docs/scale.md, before you run it.\n',
    );
    return 0;
  },
};
