import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { changeAuthority, createAuthority } from '../platform/database/authorities.ts';
import { withHouse } from '../web/house.ts';
import type { Command } from './command.ts';

const ONS_CODE = /^[EWSN]\d{8}$/;

function onsCodes(given: readonly string[] | undefined): readonly string[] | undefined {
  const wrong = given?.find((code) => !ONS_CODE.test(code));
  if (wrong === undefined) return given;
  throw new WellplacedError(
    'bad-option',
    `--area is "${wrong}".`,
    'Give the ONS code of the county or single-tier authority, such as E10000021.',
  );
}

/** `wellplaced council CODE`: adds a council, or changes its name or the area it serves. */
export const councilCommand: Command = {
  name: 'council',
  usage: 'council CODE [--name NAME] [--area ONS-CODE]...',
  summary: 'Adds a council or changes it; its area decides which placements are in area.',
  async run(words, configuration, { out }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { name: { type: 'string' }, area: { type: 'string', multiple: true } },
    });
    const [code] = positionals;
    if (code === undefined || positionals.length > 1) {
      throw new WellplacedError(
        'no-council',
        'One council is needed.',
        'Give its code: wellplaced council CODE --name NAME --area ONS-CODE',
      );
    }
    const areaCodes = onsCodes(values.area);
    return withHouse(configuration, async ({ ground }) => {
      const actor = userInfo().username;
      const name = values.name ?? `Council ${code}`;
      const added = await createAuthority(
        ground,
        { code, name, areaCodes: areaCodes ?? [] },
        actor,
      );
      if (!added) await changeAuthority(ground, code, { name: values.name, areaCodes }, actor);
      out.write(`${added ? 'Added' : 'Changed'} council ${code}.\n`);
      return 0;
    });
  },
};
