import type { Ground } from '../platform/database/ground.ts';
import type { ApiRoute } from '../platform/http/api/api-route.ts';
import { type Doors, onlyDoor } from '../platform/http/door.ts';
import { nameIn } from '../platform/http/host-names.ts';
import type { House } from '../platform/wing/house.ts';
import { loadCouncil } from './council.ts';
import { type CouncilDoor, openDoor } from './council-door.ts';

/** The doors of a server, by host name and by council. */
export interface CouncilDoors extends Doors {
  ofCouncil(code: string): CouncilDoor;
  /** The doors that stand open. */
  open(): readonly CouncilDoor[];
  /** Looks which councils there are by now; gives the doors that were opened, or opened anew. */
  lookAgain(): Promise<readonly CouncilDoor[]>;
}

/**
 * The door of the one council served, by whichever of these names it is asked for, but for those that
 * are another council's by now: its people are not to be asked in here. `lost` is told of such a name.
 */
export function oneDoor(
  ground: Ground,
  door: CouncilDoor,
  hostNames: readonly string[],
  lost: (name: string, other: string) => void,
): CouncilDoors {
  const { of } = onlyDoor(door, hostNames);
  let others: ReadonlyMap<string, string> = new Map();
  return {
    several: false,
    of: (hostHeader) => (others.has(nameIn(hostHeader ?? '') ?? '') ? undefined : of(hostHeader)),
    ofCouncil: () => door,
    open: () => [door],
    async lookAgain() {
      const found = new Map<string, string>();
      for (const { code, name, hostName } of await ground.authorities()) {
        if (hostName !== undefined && code !== door.council.code) found.set(hostName, name);
      }
      for (const [hostName, name] of found) {
        if (of(hostName) !== undefined && !others.has(hostName)) lost(hostName, name);
      }
      others = found;
      return [];
    },
  };
}

interface Opened {
  readonly door: CouncilDoor;
  /** What the door was made from. */
  readonly madeFrom: string;
}

/**
 * The doors of all councils that have a host name, as they were when last looked. `report` is told of
 * a council whose door cannot be opened; it keeps the door that it had, and no other waits for it.
 */
export function doorsByHostName(
  house: House,
  rows: readonly ApiRoute[],
  report: (code: string, error: unknown) => void,
): CouncilDoors {
  // A council whose host name was taken away stays here for the requests under way.
  const byCode = new Map<string, Opened>();
  let byHostName: ReadonlyMap<string, CouncilDoor> = new Map();

  async function look(code: string, hostName: string): Promise<CouncilDoor | undefined> {
    const council = await loadCouncil(house.ground, code);
    const madeFrom = JSON.stringify([council, hostName]);
    const earlier = byCode.get(code);
    if (earlier?.madeFrom === madeFrom) return undefined;
    const door = await openDoor(house, rows, council, hostName, earlier?.door);
    byCode.set(code, { door, madeFrom });
    return door;
  }

  return {
    several: true,
    of(hostHeader) {
      const name = hostHeader === undefined ? undefined : nameIn(hostHeader);
      return name === undefined ? undefined : byHostName.get(name);
    },
    ofCouncil(code) {
      const opened = byCode.get(code);
      if (opened === undefined) throw new Error(`no door of the council ${code} was opened`);
      return opened.door;
    },
    open: () => [...byHostName.values()],
    async lookAgain() {
      const fresh: CouncilDoor[] = [];
      const found = new Map<string, CouncilDoor>();
      for (const { code, hostName } of await house.ground.authorities()) {
        if (hostName === undefined) continue;
        const door = await look(code, hostName).catch((error: unknown) => {
          report(code, error);
          return undefined;
        });
        if (door) fresh.push(door);
        const opened = byCode.get(code);
        // A door that could not be opened anew leads nowhere by a name that is not its own any more.
        if (opened?.door.origin.hostname === hostName) found.set(hostName, opened.door);
      }
      byHostName = found;
      return fresh;
    },
  };
}
