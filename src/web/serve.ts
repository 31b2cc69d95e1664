import { WellplacedError } from '../core/errors.ts';
import type { ApiRoute } from '../platform/http/api/api-route.ts';
import type { House } from '../platform/wing/house.ts';
import { apiRowsOf } from './api.ts';
import { chosenAuthority, councilToFill } from './chosen-council.ts';
import { loadCouncil } from './council.ts';
import { type CouncilDoor, openDoor } from './council-door.ts';
import { type CouncilDoors, doorsByHostName, oneDoor } from './council-doors.ts';
import { loadDemonstration } from './demonstration.ts';
import { hostNamesOf, serveDoors } from './serve-doors.ts';
import { openWorkshop, report } from './workshop.ts';

const LOOK_AGAIN_MILLISECONDS = 30_000;

/** How to serve. */
export interface ServeOptions {
  readonly authority: string | undefined;
  /** Whether to leave a database without a council empty instead of loading the demonstration. */
  readonly empty: boolean;
  readonly say: (line: string) => void;
  /** How often it looks which councils there are. */
  readonly lookAgainMilliseconds?: number;
}

/** A server that listens, and works. */
export interface RunningServer {
  readonly address: string;
  /** The name of the one council served, or how many there are. */
  readonly council: string;
  /** Says that it is no longer ready, then stops taking requests, lets those in flight and the jobs under way come to a safe point. */
  stop(): Promise<void>;
}

async function councilToServe(house: House, options: ServeOptions): Promise<string> {
  const none = (await house.ground.authorities()).length === 0;
  const named = options.authority ?? house.configuration.authority;
  if (none && !options.empty && named === undefined) {
    options.say('Loading the demonstration council. This happens once and takes a few seconds.');
    return loadDemonstration(house);
  }
  if (none || named !== undefined) return councilToFill(house, named);
  return (await chosenAuthority(house, undefined)).code;
}

/** The councils that people ask for by a host name of their own. */
async function councilsWithHostName({ ground }: House): Promise<readonly string[]> {
  const listed = await ground.authorities();
  return listed.filter(({ hostName }) => hostName !== undefined).map(({ code }) => code);
}

/** What is served: the doors, and how they and the council are announced. */
interface Served {
  readonly councils: () => Promise<readonly string[]>;
  doors(rows: readonly ApiRoute[]): Promise<CouncilDoors>;
  /** Says where the doors are, and how their first people sign in. */
  announce(doors: readonly CouncilDoor[], address: string): Promise<void>;
}

async function theOne(house: House, options: ServeOptions): Promise<Served> {
  const code = await councilToServe(house, options);
  const council = await loadCouncil(house.ground, code);
  return {
    councils: async () => [code],
    doors: async (rows) =>
      oneDoor(await openDoor(house, rows, council), hostNamesOf(house.configuration)),
    async announce([door], address) {
      const path = await door?.firstPersonPath();
      if (path !== undefined) options.say(`To sign in, open ${address}${path} (works once)`);
    },
  };
}

function allByHostName(house: House, { say }: ServeOptions): Served {
  if (house.configuration.identityProvider !== undefined) {
    throw new WellplacedError(
      'provider-of-no-council',
      'WELLPLACED_OIDC_ISSUER does not say which of the councils signs in there.',
      'End the names of the WELLPLACED_OIDC variables with the council’s code, as WELLPLACED_OIDC_ISSUER_E10000021, or serve one council with --authority CODE.',
    );
  }
  return {
    // A council without a host name has no door; what its people sent is looked after all the same.
    councils: async () => (await house.ground.authorities()).map(({ code }) => code),
    async doors(rows) {
      const doors = doorsByHostName(house, rows, report);
      await doors.lookAgain();
      return doors;
    },
    async announce(doors) {
      for (const { council, origin, firstPersonPath } of doors) {
        say(`${council.name} is at ${origin.origin}`);
        const path = await firstPersonPath();
        if (path !== undefined) say(`To sign in there, open ${origin.origin}${path} (works once)`);
      }
    },
  };
}

function nameOf(doors: readonly CouncilDoor[]): string {
  const [only] = doors;
  return doors.length === 1 && only !== undefined ? only.council.name : `${doors.length} councils`;
}

/**
 * Serves the pages on the configured host and port, and works on the jobs: those of the council named,
 * or of the only one there is; else, as soon as one of the councils has a host name, those of all that
 * have one, each by its own.
 */
export async function serve(house: House, options: ServeOptions): Promise<RunningServer> {
  const named = options.authority ?? house.configuration.authority;
  const several = named === undefined && (await councilsWithHostName(house)).length > 0;
  const served = several ? allByHostName(house, options) : await theOne(house, options);
  const workshop = await openWorkshop(house, served.councils);
  try {
    const rows = apiRowsOf(workshop.wings.api);
    const doors = await served.doors(rows);
    const { address, stop } = await serveDoors(house, doors, workshop.wings, rows);
    await served.announce(doors.open(), address);
    const lookAgain = async () => served.announce(await doors.lookAgain(), address);
    // One look at a time: one that was held up must not put back what a later one has changed.
    let looking = false;
    const timer = setInterval(() => {
      if (looking) return;
      looking = true;
      void lookAgain()
        .catch(report)
        .finally(() => {
          looking = false;
        });
    }, options.lookAgainMilliseconds ?? LOOK_AGAIN_MILLISECONDS);
    return {
      address,
      council: nameOf(doors.open()),
      async stop() {
        clearInterval(timer);
        await stop();
        await workshop.stop();
      },
    };
  } catch (error) {
    await workshop.stop();
    throw error;
  }
}
