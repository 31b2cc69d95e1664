import type { CouncilTransaction } from '../../database/ground.ts';
import type { IdentityTables } from '../identity-tables.ts';
import type { PersonWithRoles } from '../people-who-may.ts';

/** Something that a person holds open in a wing, as the page that ends their access lists it. */
export interface Held {
  /** What it is: `Named on 3 restricted children`. */
  readonly what: string;
  /** What becomes of it when they leave. */
  readonly becomes: string;
  /** Set when somebody must take it over: what that person must be allowed to do. */
  readonly successorMust?: string;
  /** Then, too: the ids of those who cannot, because it is theirs already. */
  readonly notBy?: readonly string[];
}

/** One person’s access ends; somebody else may take over. */
export interface HandingOver {
  readonly from: PersonWithRoles;
  readonly to: PersonWithRoles | undefined;
  /** The administrator. */
  readonly by: PersonWithRoles;
  readonly now: Date;
}

/** What people hold open in one wing, so that nothing waits for somebody who has left. */
export interface Holdings {
  /** Everything that the person holds; nothing of it names a child, for an administrator may see none. */
  of(tx: CouncilTransaction<IdentityTables>, person: PersonWithRoles): Promise<readonly Held[]>;
  /** Does what `of` says, in the transaction that ends the person’s access. Throws a WellplacedError when it cannot be left like that. */
  handOver(tx: CouncilTransaction<IdentityTables>, handing: HandingOver): Promise<void>;
}
