import { parseArgs } from 'node:util';
import { counted, inFigures } from '../core/english.ts';
import { WellplacedError } from '../core/errors.ts';
import type { ChainCheck, ChainHead } from '../platform/audit/check-chain.ts';
import { noteLine, noteOf } from '../platform/audit/note.ts';
import { verifyChain } from '../platform/audit/verify-chain.ts';
import type { House } from '../platform/wing/house.ts';
import { councilToRead } from '../web/chosen-council.ts';
import { withHouse } from '../web/house.ts';
import { notesGiven } from './audit-notes.ts';
import type { Command } from './command.ts';

/** What a check came to, in words; with how many notes it was compared. */
export function checkInWords(
  code: string,
  { entries, hash, broken }: ChainCheck,
  noted: readonly ChainHead[],
): string {
  const whole = inFigures(entries);
  if (broken !== undefined) {
    return `${code}: BROKEN. ${broken.what} ${whole} entries before it hold.\n`;
  }
  const compared =
    noted.length === 0
      ? 'Compared with no note, so it is not proved that nobody rewrote them together.'
      : `Compared with ${counted(noted.length, 'note')}.`;
  return `${code}: all ${whole} entries hold. ${compared} Note elsewhere for the next time: ${entries}:${hash}\n`;
}

async function councilsMeant(house: House, given: string | undefined): Promise<string[]> {
  if (given !== undefined) return [(await councilToRead(house, given)).code];
  const codes = (await house.ground.authorities()).map(({ code }) => code).sort();
  if (codes.length > 0) return codes;
  throw new WellplacedError(
    'no-such-council',
    'There is no council in this database, so there is no audit trail.',
    'See that DATABASE_URL or WELLPLACED_DATA names the database that is meant.',
  );
}

async function verify(
  house: House,
  given: string | undefined,
  noted: readonly string[],
  out: NodeJS.WritableStream,
): Promise<number> {
  const notes = await notesGiven(noted, given);
  const councils = await councilsMeant(house, given);
  let broken = 0;
  for (const code of councils) {
    const ofCouncil = notes.get(code) ?? [];
    const check = await verifyChain(house.ground, code, ofCouncil);
    out.write(checkInWords(code, check, ofCouncil));
    if (check.broken !== undefined) broken += 1;
  }
  for (const code of notes.keys()) {
    if (councils.includes(code)) continue;
    out.write(`${code}: BROKEN. Its trail was noted, and the database has no such council.\n`);
    broken += 1;
  }
  return broken === 0 ? 0 : 1;
}

async function note(
  house: House,
  given: string | undefined,
  json: boolean,
  out: NodeJS.WritableStream,
): Promise<number> {
  for (const code of await councilsMeant(house, given)) {
    const noted = await noteOf(house.ground, code, house.now());
    const { authority, seq: entry, hash, at } = noted;
    out.write(
      json ? `${JSON.stringify({ authority, entry, hash, at })}\n` : `${noteLine(noted)}\n`,
    );
  }
  return 0;
}

/** `wellplaced audit`: `verify` ends with 0 when every chain holds, with 1 when one is broken; `note` prints what to keep elsewhere. */
export const auditCommand: Command = {
  name: 'audit',
  usage:
    'audit verify [--authority CODE] [--noted NUMBER:HASH|FILE]... | audit note [--authority CODE] [--json]',
  summary:
    'verify proves that no entry of the audit trail was changed, removed or put in, and names the first break; note prints what to keep elsewhere, against which verify finds a trail rewritten whole.',
  async run(words, configuration, { out }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        authority: { type: 'string' },
        noted: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    });
    const { authority, noted, json } = values;
    const asked = positionals.join(' ');
    const meant = (asked === 'verify' && !json) || (asked === 'note' && noted.length === 0);
    if (!meant) {
      throw new WellplacedError(
        'bad-option',
        'It was not said what to verify or note.',
        `The command is: wellplaced ${auditCommand.usage}`,
      );
    }
    return withHouse(configuration, (house) =>
      asked === 'verify' ? verify(house, authority, noted, out) : note(house, authority, json, out),
    );
  },
};
