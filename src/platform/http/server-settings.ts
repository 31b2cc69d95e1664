import type { PlainDate } from '../../core/plain-date.ts';
import type { Section } from '../components/navigation.tsx';
import type { Ground } from '../database/ground.ts';
import type { AnyPermissions } from '../permission/permissions.ts';
import type { ApiSettings } from './api/serve-api.ts';
import type { Gate } from './gate.ts';
import type { Log } from './log.ts';
import type { RequestLimits } from './request-limits.ts';
import type { Council, OpenRoute, Person, Route } from './route.ts';

/** What a server is made of. */
export interface ServerSettings {
  readonly council: Council;
  /** Everything that its routes may ask for. */
  readonly permissions: AnyPermissions;
  readonly gate: Gate;
  readonly ground: Ground;
  /** The ground without what the person may not see. */
  readonly narrowed: (ground: Ground, person: Person) => Ground;
  readonly today: () => PlainDate;
  /** The sections that have pages, each with the address of its first. */
  readonly sections: readonly Section[];
  readonly routes: readonly Route[];
  /** The pages of signing in. */
  readonly openRoutes?: readonly OpenRoute[];
  /** The API for other systems, where it is served. */
  readonly api?: ApiSettings;
  readonly log: Log;
  /** Whether browsers reach the service over https, by whatever ends it in front of this server. */
  readonly secure?: boolean;
  /** Addresses of the proxies that may say for whom they ask, in `X-Forwarded-For`; of nobody else is it believed. */
  readonly proxies?: readonly string[];
  /** How long it waits for what is sent. */
  readonly limits?: RequestLimits;
  /** Names by which it may be asked for, besides those of this machine. */
  readonly hostNames?: readonly string[];
  /** Other origins to which a form of this service may lead: the identity provider's, when its sign-out page is known. */
  readonly formTargets?: () => readonly string[];
  /** Makes the reference shown with a failure. */
  readonly reference?: () => string;
}
