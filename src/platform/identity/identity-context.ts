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
  /** What people hold open, wing by wing. */
  readonly holdings: readonly Holdings[];
}
