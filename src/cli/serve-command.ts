import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { withHouse } from '../web/house.ts';
import { serve } from '../web/serve.ts';
import type { Command } from './command.ts';

/** Waits until the process is asked to stop. */
async function stopAsked(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

/** `wellplaced serve`: serves the pages until it is stopped. */
export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [--empty] [--authority CODE]',
  summary: 'Serves the pages; loads the demonstration council the first time unless --empty.',
  async run(words, configuration, { out }) {
    const { values } = parseArgs({
      args: [...words],
      options: { empty: { type: 'boolean' }, authority: { type: 'string' } },
    });
    return withHouse(configuration, async (house) => {
      const say = (line: string) => out.write(`${line}\n`);
      const running = await serve(house, {
        authority: values.authority,
        empty: values.empty === true,
        say,
      });
      say(running.inWords);
      say('Press Ctrl-C to stop.');
      await stopAsked();
      say('Stopping.');
      await running.stop();
      return 0;
    });
  },
};
