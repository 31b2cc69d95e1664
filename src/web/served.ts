import { counted } from '../core/english.ts';
import { WellplacedError } from '../core/errors.ts';
import type { ApiRoute } from '../platform/http/api/api-route.ts';
import type { House } from '../platform/wing/house.ts';
import { loadCouncil } from './council.ts';
import { type CouncilDoor, openDoor } from './council-door.ts';
import { type CouncilDoors, doorsByHostName, oneDoor } from './council-doors.ts';
import { reportDoor } from './report.ts';
import { hostNamesOf } from './serve-doors.ts';
import { unservedInWords } from './unserved.ts';

/** What is served: the doors, and how they are announced. */
export interface Served {
  /** Those whose long work is done. */
  readonly councils: () => Promise<readonly string[]>;
  doors(rows: readonly ApiRoute[]): Promise<CouncilDoors>;
  /** Says where the doors are, and how their first people sign in. */
  announce(doors: readonly CouncilDoor[], address: string): Promise<void>;
  /** One line on what is served, and where. */
  inWords(doors: readonly CouncilDoor[], address: string): string;
}

type Say = (line: string) => void;

/** One council, by every name allowed. */
export function theOne(house: House, code: string, say: Say): Served {
  return {
    councils: async () => [code],
    async doors(rows) {
      const door = await openDoor(house, rows, await loadCouncil(house.ground, code));
      const doors = oneDoor(house.ground, door, hostNamesOf(house.configuration), (name, other) =>
        say(`${name} is the host name of ${other} now, and leads no longer to ${code}.`),
      );
      await doors.lookAgain();
      return doors;
    },
    async announce([door], address) {
      const path = await door?.firstPersonPath();
      if (path !== undefined) say(`To sign in, open ${address}${path} (works once)`);
    },
    inWords: ([door], address) => `Wellplaced for ${door?.council.name} is at ${address}`,
  };
}

/** Every council that has a host name, each by its own. */
export function allByHostName(house: House, say: Say): Served {
  if (house.configuration.identityProvider !== undefined) {
    throw new WellplacedError(
      'provider-of-no-council',
      'WELLPLACED_OIDC_ISSUER does not say which of the councils signs in there.',
      'End the names of the WELLPLACED_OIDC variables with the council’s code, as WELLPLACED_OIDC_ISSUER_E10000021, or serve one council with --authority CODE.',
    );
  }
  // A link works once, for a day: a council that only changes its name or colour keeps the one it got.
  const linked = new Set<string>();

  async function announceOne({ council, origin, firstPersonPath }: CouncilDoor): Promise<void> {
    say(`${council.name} is at ${origin.origin}`);
    if (linked.has(council.code)) return;
    const path = await firstPersonPath();
    linked.add(council.code);
    if (path !== undefined) say(`To sign in there, open ${origin.origin}${path} (works once)`);
  }

  return {
    // A council without a host name has no door; what its people sent is looked after all the same.
    councils: async () => (await house.ground.authorities()).map(({ code }) => code),
    async doors(rows) {
      const doors = doorsByHostName(house, rows, reportDoor);
      await doors.lookAgain();
      for (const line of unservedInWords(await house.ground.authorities())) say(line);
      return doors;
    },
    async announce(doors) {
      for (const door of doors) {
        await announceOne(door).catch((error) => reportDoor(door.council.code, error));
      }
    },
    inWords(doors) {
      const served = `Wellplaced serves ${doors.length === 0 ? 'no council' : counted(doors.length, 'council')}`;
      return doors.length === 0
        ? `${served}: no door could be opened. The log says why.`
        : `${served}, each at its own address above and by no other name.`;
    },
  };
}
