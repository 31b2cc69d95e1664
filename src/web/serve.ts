import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import type { Configuration } from '../platform/configuration/configuration.ts';
import { logTo } from '../platform/http/log.ts';
import { buildServer } from '../platform/http/server.ts';
import { addDemonstrationPeople } from '../platform/identity/demonstration/door.ts';
import { newFirstPersonLink } from '../platform/identity/first-person/link.ts';
import { firstPersonRoutes } from '../platform/identity/first-person/routes.ts';
import { gateOf } from '../platform/identity/gate.ts';
import { accountRoutes } from '../platform/identity/pages/account/routes.ts';
import { signInRoutes } from '../platform/identity/pages/sign-in/routes.ts';
import { identityPaths } from '../platform/identity/paths.ts';
import { chosenAuthority, councilToFill } from './chosen-council.ts';
import { loadCouncil } from './council.ts';
import { loadDemonstration } from './demonstration.ts';
import type { House } from './house.ts';
import { routesOf, SECTIONS_WITH_PAGES } from './routes.ts';
import { openWorkshop } from './workshop.ts';

/** How to serve. */
export interface ServeOptions {
  readonly authority: string | undefined;
  /** Whether to leave a database without a council empty instead of loading the demonstration. */
  readonly empty: boolean;
  readonly say: (line: string) => void;
}

/** A server that listens. */
export interface RunningServer {
  readonly address: string;
  readonly council: string;
  /** Stops taking requests, lets those in flight and the jobs under way come to a safe point. */
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

/** The names in the configuration by which the service may be asked for. */
function hostNamesOf({ host, hostNames, address }: Configuration): readonly string[] {
  return [host, ...hostNames, ...(address === undefined ? [] : [new URL(address).hostname])];
}

/** Serves the pages of one council on the configured host and port, and works on its jobs. */
export async function serve(house: House, options: ServeOptions): Promise<RunningServer> {
  const code = await councilToServe(house, options);
  const council = await loadCouncil(house.ground, code);
  await addDemonstrationPeople(house.ground, code, house.now());
  const { address, sessionLimits: limits } = house.configuration;
  const identity = { limits, now: house.now, machineUser: userInfo().username };
  const workshop = await openWorkshop(house, [code]);
  const server = await buildServer({
    council,
    gate: gateOf({ ground: house.ground, authority: code, ...identity }),
    ground: house.ground,
    today: house.today,
    sections: SECTIONS_WITH_PAGES,
    routes: [
      ...routesOf({
        desk: workshop.desk,
        submitImport: workshop.submitImport,
        smallNumber: house.configuration.smallNumber,
      }),
      ...accountRoutes(identity),
    ],
    openRoutes: [...signInRoutes(identity), ...firstPersonRoutes(identity)],
    secure: address?.startsWith('https:') === true,
    log: logTo(process.stderr, house.configuration.logLevel),
    hostNames: hostNamesOf(house.configuration),
  });
  await server.listen({ host: house.configuration.host, port: house.configuration.port });
  const { port } = server.server.address() as AddressInfo;
  const reachedAt = address ?? `http://localhost:${port}`;
  if (council.demonstration !== true) {
    const token = await newFirstPersonLink(house.ground, code, house.now());
    options.say(`To sign in, open ${reachedAt}${identityPaths.firstPerson(token)} (works once)`);
  }
  return {
    address: reachedAt,
    council: council.name,
    async stop() {
      await server.close();
      await workshop.stop();
    },
  };
}
