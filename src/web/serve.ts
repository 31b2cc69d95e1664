import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { WellplacedError } from '../core/errors.ts';
import type { Configuration } from '../platform/configuration/configuration.ts';
import { serveHealth } from '../platform/http/health.ts';
import { logTo } from '../platform/http/log.ts';
import type { Council } from '../platform/http/route.ts';
import { buildServer } from '../platform/http/server.ts';
import { addDemonstrationPeople } from '../platform/identity/demonstration/door.ts';
import { serveMetrics } from '../platform/metrics/serve-metrics.ts';
import type { House } from '../platform/wing/house.ts';
import { apiOf, apiPagesOf, apiRowsOf, apiScopes } from './api.ts';
import { chosenAuthority, councilToFill } from './chosen-council.ts';
import { loadCouncil } from './council.ts';
import { loadDemonstration } from './demonstration.ts';
import {
  firstPersonPath,
  identityContextOf,
  identityRoutes,
  identitySettings,
} from './identity.ts';
import { narrowed, PERMISSIONS, SECTIONS } from './whole.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

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

/** The names in the configuration by which the service may be asked for. */
function hostNamesOf({ host, hostNames, address }: Configuration): readonly string[] {
  return [host, ...hostNames, ...(address === undefined ? [] : [new URL(address).hostname])];
}

/** The port on which the server listens from now on. Throws a WellplacedError `port-in-use`. */
async function listen(server: FastifyInstance, { host, port }: Configuration): Promise<number> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new WellplacedError(
      'port-in-use',
      `Another program already serves on port ${port} of ${host}.`,
      'Stop it, or set PORT to a free one.',
      { cause: error },
    );
  }
  return (server.server.address() as AddressInfo).port;
}

/** Serves the pages of one council, with the workshop for its long work. */
async function openDoors(
  house: House,
  council: Council,
  workshop: Workshop,
  say: ServeOptions['say'],
): Promise<Pick<RunningServer, 'address' | 'stop'>> {
  const { code } = council;
  const { wings } = workshop;
  const rows = apiRowsOf(wings.api);
  const identity = identityContextOf(house, apiScopes(rows));
  const { routes, openRoutes } = identityRoutes(identity);
  const server = await buildServer({
    council,
    ...identitySettings(house, identity, code),
    ground: house.ground,
    permissions: PERMISSIONS,
    narrowed: (ground, person) => narrowed(ground, person, house.now()),
    today: house.today,
    sections: SECTIONS,
    routes: [...wings.routes, ...routes, ...apiPagesOf(rows, identity.origin)],
    openRoutes,
    api: apiOf(house, code, rows),
    log: logTo(process.stderr, house.configuration.logLevel),
    hostNames: hostNamesOf(house.configuration),
    proxies: house.configuration.proxies,
  });
  const health = serveHealth(server, house.ground);
  const { metricsToken } = house.configuration;
  if (metricsToken !== undefined) serveMetrics(server, house.ground, metricsToken);
  const port = await listen(server, house.configuration);
  const address = house.configuration.address ?? `http://localhost:${port}`;
  const path = await firstPersonPath(house, identity, council);
  if (path !== undefined) say(`To sign in, open ${address}${path} (works once)`);
  return {
    address,
    async stop() {
      health.leave();
      await delay(house.configuration.leaveSeconds * 1_000);
      await server.close();
    },
  };
}

/** Serves the pages of one council on the configured host and port, and works on its jobs. */
export async function serve(house: House, options: ServeOptions): Promise<RunningServer> {
  const code = await councilToServe(house, options);
  const council = await loadCouncil(house.ground, code);
  await addDemonstrationPeople(house.ground, code, house.now());
  const workshop = await openWorkshop(house, async () => [code]);
  try {
    const doors = await openDoors(house, council, workshop, options.say);
    return {
      address: doors.address,
      council: council.name,
      async stop() {
        await doors.stop();
        await workshop.stop();
      },
    };
  } catch (error) {
    await workshop.stop();
    throw error;
  }
}
