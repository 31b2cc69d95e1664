import type { AnyPermissions } from '../permission/permissions.ts';
import type { Holdings } from './leaving/holdings.ts';
import type { Provider } from './provider/provider.ts';
import type { SessionLimits } from './session-limits.ts';

/** What the pages of identity need beside the request itself. */
export interface IdentityContext {
  readonly limits: SessionLimits;
  readonly now: () => Date;
  /** The council's identity provider, where it has one. */
  readonly provider?: Provider | undefined;
  /** The origin at which browsers reach the service. */
  readonly origin: URL;
  /** The user of the machine's system who runs the service. */
  readonly machineUser: string;
  /** Everything that the wings' routes may ask for. */
  readonly permissions: AnyPermissions;
  /** What an access token can be given. */
  readonly scopes: readonly string[];
  /** What people hold open, wing by wing. */
  readonly holdings: readonly Holdings[];
}
