import type { AddressInfo } from 'node:net';
import { logTo } from '../platform/http/log.ts';
import { buildServer } from '../platform/http/server.ts';
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

/** The one user until people sign in. */
const DEMONSTRATION_USER = { name: 'Sam Okafor', role: 'Demonstration user' } as const;

/** Serves the pages of one council on the configured host and port, and works on its jobs. */
export async function serve(house: House, options: ServeOptions): Promise<RunningServer> {
  const code = await councilToServe(house, options);
  const council = await loadCouncil(house.ground, code);
  const workshop = await openWorkshop(house, [code]);
  const server = await buildServer({
    council,
    person: DEMONSTRATION_USER,
    ground: house.ground,
    today: house.today,
    sections: SECTIONS_WITH_PAGES,
    routes: routesOf({
      desk: workshop.desk,
      submitImport: workshop.submitImport,
      smallNumber: house.configuration.smallNumber,
    }),
    log: logTo(process.stderr, house.configuration.logLevel),
    hostNames: [house.configuration.host, ...house.configuration.hostNames],
  });
  await server.listen({ host: house.configuration.host, port: house.configuration.port });
  const { port } = server.server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    council: council.name,
    async stop() {
      await server.close();
      await workshop.stop();
    },
  };
}
