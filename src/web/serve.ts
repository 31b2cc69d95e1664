import type { AddressInfo } from 'node:net';
import type { Configuration } from '../platform/configuration/configuration.ts';
import { serveHealth } from '../platform/http/health.ts';
import { logTo } from '../platform/http/log.ts';
import { buildServer } from '../platform/http/server.ts';
import { addDemonstrationPeople } from '../platform/identity/demonstration/door.ts';
import { seenBy } from '../records/restrictions/seen-by.ts';
import { chosenAuthority, councilToFill } from './chosen-council.ts';
import { loadCouncil } from './council.ts';
import { loadDemonstration } from './demonstration.ts';
import type { House } from './house.ts';
import {
  firstPersonPath,
  identityContextOf,
  identityRoutes,
  identitySettings,
} from './identity.ts';
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
  const identity = identityContextOf(house);
  const { routes, openRoutes } = identityRoutes(identity);
  const workshop = await openWorkshop(house, [code]);
  const server = await buildServer({
    council,
    ...identitySettings(house, identity, code),
    ground: house.ground,
    narrowed: (ground, person) => seenBy(ground, person, house.now()),
    today: house.today,
    sections: SECTIONS_WITH_PAGES,
    routes: [
      ...routesOf({
        desk: workshop.desk,
        submitImport: workshop.submitImport,
        smallNumber: house.configuration.smallNumber,
      }),
      ...routes,
    ],
    openRoutes,
    log: logTo(process.stderr, house.configuration.logLevel),
    hostNames: hostNamesOf(house.configuration),
  });
  serveHealth(server, house.ground);
  await server.listen({ host: house.configuration.host, port: house.configuration.port });
  const { port } = server.server.address() as AddressInfo;
  const reachedAt = house.configuration.address ?? `http://localhost:${port}`;
  const path = await firstPersonPath(house, identity, council);
  if (path !== undefined) options.say(`To sign in, open ${reachedAt}${path} (works once)`);
  return {
    address: reachedAt,
    council: council.name,
    async stop() {
      await server.close();
      await workshop.stop();
    },
  };
}
