import type { SessionLimits } from './session-limits.ts';

/** What the pages of identity need beside the request itself. */
export interface IdentityContext {
  readonly limits: SessionLimits;
  readonly now: () => Date;
  /** The user of the machine's system who runs the service. */
  readonly machineUser: string;
}
