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

/** The door of the one council served, by whichever of these names it is asked for. */
export function oneDoor(door: CouncilDoor, hostNames: readonly string[]): CouncilDoors {
  return {
    ...onlyDoor(door, hostNames),
    ofCouncil: () => door,
    open: () => [door],
    lookAgain: async () => [],
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
  report: (error: unknown) => void,
): CouncilDoors {
  // A council whose host name was taken away stays here for the requests under way.
  const byCode = new Map<string, Opened>();
  let byHostName: ReadonlyMap<string, CouncilDoor> = new Map();

  async function look(code: string, hostName: string): Promise<CouncilDoor | undefined> {
    const council = await loadCouncil(house.ground, code);
    const madeFrom = JSON.stringify([council, hostName]);
    if (byCode.get(code)?.madeFrom === madeFrom) return undefined;
    const door = await openDoor(house, rows, council, hostName);
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
        const door = await look(code, hostName).catch(report);
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
