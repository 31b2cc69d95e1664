import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { type AuthorityChange, addOrChangeAuthority } from '../platform/database/authorities.ts';
import { type AuthoritySettings, SETTING_BOUNDS } from '../platform/database/authority-settings.ts';
import { brandSheet } from '../platform/http/brand.ts';
import { isHostName } from '../platform/http/host-names.ts';
import { areaCodesIn } from '../records/set-up/area-codes.ts';
import { withHouse } from '../web/house.ts';
import { unservedInWords } from '../web/unserved.ts';
import type { Command } from './command.ts';

/** The options that settle something for the council. */
const SETTINGS = {
  'token-rest-days': 'tokenRestDays',
  'upload-council-mb': 'uploadCouncilMb',
  'upload-person-mb': 'uploadPersonMb',
  'uploads-waiting': 'uploadsWaiting',
} as const satisfies Record<string, keyof AuthoritySettings>;
type SettingOption = keyof typeof SETTINGS;

function settingsIn(
  given: Readonly<Partial<Record<SettingOption, string>>>,
): Partial<AuthoritySettings> {
  const settings = Object.entries(SETTINGS).flatMap(([option, name]) => {
    const text = given[option as SettingOption];
    if (text === undefined) return [];
    const [least, most] = SETTING_BOUNDS[name];
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return [[name, value]];
    throw new WellplacedError(
      'bad-option',
      `--${option} is "${text}".`,
      `Give a whole number from ${least} to ${most}.`,
    );
  });
  return Object.fromEntries(settings);
}

/** The host name and colour given; null where one is to be taken away. */
function faceIn(values: {
  readonly host?: string | undefined;
  readonly 'no-host'?: boolean | undefined;
  readonly colour?: string | undefined;
  readonly 'no-colour'?: boolean | undefined;
}): Pick<AuthorityChange, 'hostName' | 'brandColour'> {
  const { host, colour } = values;
  for (const name of ['host', 'colour'] as const) {
    if (values[name] === undefined || values[`no-${name}`] !== true) continue;
    throw new WellplacedError(
      'bad-option',
      `--${name} and --no-${name} are both given.`,
      'Give one of them.',
    );
  }
  const hostName = host?.toLowerCase();
  if (hostName !== undefined && !isHostName(hostName)) {
    throw new WellplacedError(
      'bad-option',
      `--host is "${host}".`,
      'Give a host name alone, without https:// and without a port, such as northmere.placements.example.',
    );
  }
  brandSheet(colour);
  return {
    hostName: values['no-host'] ? null : hostName,
    brandColour: values['no-colour'] ? null : colour?.toLowerCase(),
  };
}

/** `wellplaced council CODE`: adds a council, or changes its name, the area it serves or its settings. */
export const councilCommand: Command = {
  name: 'council',
  usage:
    'council CODE [--name NAME] [--area ONS-CODE]... [--host NAME | --no-host] [--colour #RRGGBB | --no-colour] [--token-rest-days N] [--upload-council-mb N] [--upload-person-mb N] [--uploads-waiting N]',
  summary:
    'Adds a council or changes it; its area decides which placements are in area, its host name where it is served.',
  async run(words, configuration, { out }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        area: { type: 'string', multiple: true },
        host: { type: 'string' },
        'no-host': { type: 'boolean' },
        colour: { type: 'string' },
        'no-colour': { type: 'boolean' },
        'token-rest-days': { type: 'string' },
        'upload-council-mb': { type: 'string' },
        'upload-person-mb': { type: 'string' },
        'uploads-waiting': { type: 'string' },
      },
    });
    const [code] = positionals;
    if (code === undefined || positionals.length > 1) {
      throw new WellplacedError(
        'no-council',
        'One council is needed.',
        'Give its code: wellplaced council CODE --name NAME --area ONS-CODE',
      );
    }
    const areaCodes = values.area === undefined ? undefined : areaCodesIn(values.area.join(','));
    const settings = settingsIn(values);
    const face = faceIn(values);
    return withHouse(configuration, async ({ ground }) => {
      const actor = userInfo().username;
      const change = { name: values.name, areaCodes, settings, ...face };
      const added = await addOrChangeAuthority(ground, code, change, actor);
      out.write(`${added ? 'Added' : 'Changed'} council ${code}.\n`);
      if (added || face.hostName !== undefined) {
        const unserved = unservedInWords(await ground.authorities());
        for (const line of unserved) out.write(`${line}\n`);
      }
      return 0;
    });
  },
};
