import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { loggableError } from '../platform/http/log.ts';
import type { Council } from '../platform/http/route.ts';
import { type DigestOfPerson, digestsDue } from '../platform/tasks/digest/digests-due.ts';
import { messageFile } from '../platform/tasks/digest/message-file.ts';
import type { House } from '../platform/wing/house.ts';
import { loadPseudonyms } from '../records/reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../records/storage/records-tables.ts';
import { councilToRead } from '../web/chosen-council.ts';
import { loadCouncil } from '../web/council.ts';
import { withHouse } from '../web/house.ts';
import { narrowed, WORK } from '../web/whole.ts';
import type { Command } from './command.ts';

async function write(
  folder: string,
  day: string,
  { person, email, digest }: DigestOfPerson,
  at: Date,
): Promise<boolean> {
  if (email === undefined) return false;
  const id = `${day}-${person.personId}`;
  const content = messageFile(digest, { to: { name: person.name, email }, at, id });
  await writeFile(join(folder, `${id}.eml`), content, { mode: 0o600 });
  return true;
}

function digests(
  { configuration, ground, now, today }: House,
  council: Council,
  pseudonym: (childId: string) => string,
  out: NodeJS.WritableStream,
) {
  let failed = 0;
  const note = (error: unknown) => {
    failed += 1;
    const reference = `${council.code}-${failed}`;
    out.write(`${JSON.stringify({ event: 'part-failed', reference, ...loggableError(error) })}\n`);
    return reference;
  };
  const origin = configuration.address;
  const house = { all: WORK, ground, narrowed, pseudonym, origin, note };
  return { made: digestsDue(house, council, today(), now()), failed: () => failed };
}

/** `wellplaced digest`: what waits for each person who chose to be sent it today, one message file a person. Ends with 1 when somebody’s could not be written or read whole. */
export const digestCommand: Command = {
  name: 'digest',
  usage: 'digest --to FOLDER [--authority CODE]',
  summary:
    'Writes what waits for each person who chose to be sent it today as a message file (.eml) into the folder, for your mail system to send; children stand in it by pseudonyms.',
  async run(words, configuration, { out }) {
    const { values } = parseArgs({
      args: [...words],
      options: { authority: { type: 'string' }, to: { type: 'string' } },
    });
    const { to: folder } = values;
    if (folder === undefined) {
      const command = `The command is: wellplaced ${digestCommand.usage}`;
      throw new WellplacedError('bad-option', 'It was not said where to write to.', command);
    }
    return withHouse(configuration, async (house) => {
      const { code } = await councilToRead(house, values.authority);
      const council = await loadCouncil(house.ground, code);
      const pseudonym = await house.ground.read<RecordsTables, (childId: string) => string>(
        code,
        loadPseudonyms,
      );
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { made, failed } = digests(house, council, pseudonym, out);
      let written = 0;
      const without: string[] = [];
      for await (const each of made) {
        if (await write(folder, house.today(), each, house.now())) written += 1;
        else without.push(each.person.name);
      }
      out.write(`${code}: ${written} written.\n`);
      if (without.length > 0) {
        out.write(`Without an e-mail address, so not written: ${without.join(', ')}.\n`);
      }
      return without.length + failed() === 0 ? 0 : 1;
    });
  },
};
