import type { PlainDate } from '../../core/plain-date.ts';
import type { Section } from '../components/navigation.tsx';
import type { Ground } from '../database/ground.ts';
import type { AnyPermissions } from '../permission/permissions.ts';
import type { ApiRoute } from './api/api-route.ts';
import type { Door } from './door.ts';
import type { Log } from './log.ts';
import type { RequestLimits } from './request-limits.ts';
import type { OpenRoute, Person, Route } from './route.ts';

/** What a server is made of, whichever councils it serves. */
export interface SharedSettings {
  /** Everything that its routes may ask for. */
  readonly permissions: AnyPermissions;
  readonly ground: Ground;
  /** The ground without what the person may not see. */
  readonly narrowed: (ground: Ground, person: Person) => Ground;
  readonly today: () => PlainDate;
  readonly now: () => Date;
  /** The sections that have pages, each with the address of its first. */
  readonly sections: readonly Section[];
  readonly routes: readonly Route[];
  /** The pages of signing in. */
  readonly openRoutes?: readonly OpenRoute[];
  /** The rows of the API for other systems, where it is served. */
  readonly api?: readonly ApiRoute[];
  readonly log: Log;
  /** Addresses of the proxies that may say for whom they ask, in `X-Forwarded-For`; of nobody else is it believed. */
  readonly proxies?: readonly string[];
  /** How long it waits for what is sent. */
  readonly limits?: RequestLimits;
  /** Names by which it may be asked for, besides those of this machine and of the councils. */
  readonly hostNames?: readonly string[];
  /** Makes the reference shown with a failure. */
  readonly reference?: () => string;
}

/** What a server of one council is made of. */
export interface ServerSettings extends SharedSettings, Door {}
