import type { OpenRoute, Route } from '../../src/platform/http/route.ts';
import { identityRoutes } from '../../src/web/identity.ts';
import { DECLARED_WINGS } from './open-wings.ts';

const unused = new Proxy({}, { get: () => undefined }) as never;
const identity = identityRoutes(unused);

/** The table of routes, as the service serves them; for their paths and permissions, not to be called. */
export const EVERY_ROUTE: readonly Route[] = [...DECLARED_WINGS.routes, ...identity.routes];

/** The routes that need no sign-in. */
export const EVERY_OPEN_ROUTE: readonly OpenRoute[] = identity.openRoutes;
