import { asOwner } from '../web/house.ts';
import { ALL_MIGRATIONS } from '../web/whole.ts';
import type { Command } from './command.ts';

/** `wellplaced migrate`: brings the database up to date and checks it; on a server as its owner. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  summary: 'Brings the schema up to date and checks that it keeps councils apart; nothing else.',
  async run(_words, configuration, { out }) {
    const progress = (name: string, rows: number) => {
      out.write(`${name}: ${rows.toLocaleString('en-GB')} rows done\n`);
    };
    return asOwner(
      configuration,
      async ({ kind }) => {
        const where = kind === 'server' ? 'on the server' : `in ${configuration.dataFolder}`;
        out.write(`The database ${where} is at ${ALL_MIGRATIONS.at(-1)?.name}.\n`);
        return 0;
      },
      progress,
    );
  },
};
