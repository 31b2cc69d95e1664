import type { TokenGate } from './api/token-gate.ts';
import type { Gate } from './gate.ts';
import { isAskedFor } from './host-names.ts';
import type { Council } from './route.ts';

/** What of a server is one council's: who it is, and who may come in. */
export interface Door {
  readonly council: Council;
  /** Lets people in. */
  readonly gate: Gate;
  /** Lets other systems in, where the API is served. */
  readonly tokenGate?: TokenGate;
  /** Whether browsers reach the council over https, by whatever ends it in front of this server. */
  readonly secure?: boolean;
  /** Other origins to which a form may lead: the identity provider's, when its sign-out page is known. */
  readonly formTargets?: () => readonly string[];
}

/** The doors of a server. */
export interface Doors {
  /** The door of the council that a Host header asks for; undefined when it is no council's. */
  of(hostHeader: string | undefined): Door | undefined;
  /** Whether there are several, so that a name may be right for the service and yet no council's. */
  readonly several: boolean;
}

/** One council's door, by whichever of the server's names it is asked for. */
export function onlyDoor(door: Door, hostNames: readonly string[]): Doors {
  const asksForUs = isAskedFor(hostNames);
  return { of: (hostHeader) => (asksForUs(hostHeader) ? door : undefined), several: false };
}
