import { once } from 'node:events';
import { oneOrMore } from '../core/english.ts';
import { withHouse } from '../web/house.ts';
import { openWorkshop } from '../web/workshop.ts';
import type { Command } from './command.ts';
import { holdHeapGrowth } from './hold-heap-growth.ts';

/** `wellplaced work`: does the long work of every council, until it is stopped. Any number may run beside each other on one server. */
export const workCommand: Command = {
  name: 'work',
  usage: 'work',
  summary: 'Works on imports without serving pages; as many as wanted, with DATABASE_URL.',
  async run(_words, configuration, { out }) {
    holdHeapGrowth();
    return withHouse(configuration, async (house) => {
      const councils = async () => (await house.ground.authorities()).map(({ code }) => code);
      const workshop = await openWorkshop(house, councils);
      const { length } = await councils();
      out.write(`Working for ${oneOrMore(length, 'one council', `${length} councils`)}.\n`);
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      out.write('Stopping.\n');
      await workshop.stop();
      return 0;
    });
  },
};
