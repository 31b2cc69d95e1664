import type { CouncilTransaction } from '../../../database/ground.ts';
import type { Role } from '../../../permission/roles.ts';
import { accessTokensOf } from '../../access-tokens/store.ts';
import type { IdentityContext } from '../../identity-context.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import type { Held } from '../../leaving/holdings.ts';
import { heldBy } from '../../leaving/leave.ts';
import { checkMayEnd, possibleSuccessors, successorMust } from '../../leaving/rules.ts';
import { type PersonWithRoles, peopleWithRoles } from '../../people-who-may.ts';
import { sessionsOf } from '../../session-list.ts';

/** What ends with a person’s access, and who can take over. */
export interface Consequences {
  readonly sessions: number;
  readonly tokens: number;
  readonly roles: readonly Role[];
  readonly held: readonly Held[];
  /** What whoever takes over must be allowed to do; nothing where nobody need. */
  readonly must: readonly string[];
  readonly successors: readonly PersonWithRoles[];
}

/** What would end if the administrator ended the person’s access now. Throws a WellplacedError when they may not. */
export async function consequencesOf(
  tx: CouncilTransaction<IdentityTables>,
  ids: { readonly by: string; readonly leaving: string },
  { holdings, limits, now, permissions }: IdentityContext,
): Promise<Consequences> {
  const everybody = await peopleWithRoles(tx);
  const leaving = everybody.find(({ personId }) => personId === ids.leaving);
  const by = everybody.find(({ personId }) => personId === ids.by);
  if (by !== undefined && leaving !== undefined) checkMayEnd(by, leaving, everybody);
  const held = leaving === undefined ? [] : await heldBy(tx, leaving, holdings);
  return {
    sessions: (await sessionsOf(tx, ids.leaving, limits, now())).length,
    tokens: (await accessTokensOf(tx, ids.leaving, now())).length,
    roles: [...new Set(leaving?.roles ?? [])],
    held,
    must: successorMust(held),
    successors: possibleSuccessors(held, ids, everybody, permissions),
  };
}
