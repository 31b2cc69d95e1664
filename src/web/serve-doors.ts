import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { WellplacedError } from '../core/errors.ts';
import type { Configuration } from '../platform/configuration/configuration.ts';
import type { ApiRoute } from '../platform/http/api/api-route.ts';
import { serveHealth } from '../platform/http/health.ts';
import { logTo } from '../platform/http/log.ts';
import { buildServerOf } from '../platform/http/server.ts';
import { serveMetrics } from '../platform/metrics/serve-metrics.ts';
import type { House } from '../platform/wing/house.ts';
import { ownRoutes } from './council-door.ts';
import type { CouncilDoors } from './council-doors.ts';
import type { OpenWings } from './open-wings.ts';
import { narrowed, PERMISSIONS, SECTIONS } from './whole.ts';

/** A server that listens. */
export interface Listening {
  readonly address: string;
  /** Says that it is no longer ready, then stops taking requests and lets those in flight end. */
  stop(): Promise<void>;
}

/** The names in the configuration by which the service may be asked for. */
export function hostNamesOf({ host, hostNames, address }: Configuration): readonly string[] {
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

/** Serves every page and the API of the councils that the doors lead to, on the configured host and port. */
export async function serveDoors(
  house: House,
  doors: CouncilDoors,
  wings: OpenWings,
  rows: readonly ApiRoute[],
): Promise<Listening> {
  const { configuration, ground } = house;
  const own = ownRoutes(house, rows, doors.ofCouncil);
  const server = await buildServerOf(doors, {
    ground,
    permissions: PERMISSIONS,
    narrowed: (whole, person) => narrowed(whole, person, house.now()),
    today: house.today,
    now: house.now,
    sections: SECTIONS,
    routes: [...wings.routes, ...own.routes],
    openRoutes: own.openRoutes,
    api: rows,
    log: logTo(process.stderr, configuration.logLevel),
    hostNames: hostNamesOf(configuration),
    proxies: configuration.proxies,
  });
  const health = serveHealth(server, ground);
  const { metricsToken } = configuration;
  if (metricsToken !== undefined) serveMetrics(server, ground, metricsToken);
  const port = await listen(server, configuration);
  return {
    address: configuration.address ?? `http://localhost:${port}`,
    async stop() {
      health.leave();
      await delay(configuration.leaveSeconds * 1_000);
      await server.close();
    },
  };
}
