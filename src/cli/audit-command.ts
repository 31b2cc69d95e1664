import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import type { ChainCheck, ChainHead } from '../platform/audit/check-chain.ts';
import { verifyChain } from '../platform/audit/verify-chain.ts';
import { councilToRead } from '../web/chosen-council.ts';
import { type House, withHouse } from '../web/house.ts';
import type { Command } from './command.ts';

const WHOLE = new Intl.NumberFormat('en-GB');

function notedIn(text: string | undefined): ChainHead | undefined {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash };
  throw new WellplacedError(
    'bad-option',
    `--noted is "${text}".`,
    'Give what an earlier run printed: --noted NUMBER:HASH.',
  );
}

function inWords(code: string, { entries, hash, broken }: ChainCheck): string {
  const whole = WHOLE.format(entries);
  if (broken === undefined) {
    return `${code}: all ${whole} entries hold. Note elsewhere for the next time: ${entries}:${hash}\n`;
  }
  return `${code}: BROKEN. ${broken.what} ${whole} entries before it hold.\n`;
}

async function councilsToVerify(house: House, given: string | undefined): Promise<string[]> {
  if (given !== undefined) return [(await councilToRead(house, given)).code];
  return (await house.ground.authorities()).map(({ code }) => code).sort();
}

/** `wellplaced audit verify`: exit code 0 when every chain holds, 1 when one is broken. */
export const auditCommand: Command = {
  name: 'audit',
  usage: 'audit verify [--authority CODE [--noted NUMBER:HASH]]',
  summary:
    'Proves that no entry of the audit trail was changed, removed or put in; names the first break.',
  async run(words, configuration, { out }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { authority: { type: 'string' }, noted: { type: 'string' } },
    });
    if (positionals.join(' ') !== 'verify' || (values.noted && !values.authority)) {
      throw new WellplacedError(
        'bad-option',
        'It was not said what to verify.',
        `The command is: wellplaced ${auditCommand.usage}`,
      );
    }
    const noted = notedIn(values.noted);
    return withHouse(configuration, async (house) => {
      let broken = 0;
      for (const code of await councilsToVerify(house, values.authority)) {
        const check = await verifyChain(house.ground, code, noted);
        out.write(inWords(code, check));
        if (check.broken !== undefined) broken += 1;
      }
      return broken === 0 ? 0 : 1;
    });
  },
};
