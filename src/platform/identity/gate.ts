import type { Ground } from '../database/ground.ts';
import { formTokenOf } from '../http/form-token.ts';
import type { Gate, Session } from '../http/gate.ts';
import { ROLES, type Role } from '../permission/roles.ts';
import { DEMONSTRATION, type IdentityTables } from './identity-tables.ts';
import { hashOfToken } from './secret-token.ts';
import { isSeenAnew, oldestThatLast, type SessionLimits } from './session-limits.ts';

/** What a gate stands on. */
export interface GateSettings {
  readonly ground: Ground;
  readonly authority: string;
  readonly limits: SessionLimits;
  readonly now: () => Date;
}

/**
 * The session of a secret, the person and their roles in one statement. An invented person counts in
 * an invented council only, whatever the tables of people hold.
 */
const SESSION = `
select session.session_id, session.last_seen_at, person.person_id, person.name,
  array(
    select distinct person_role.role from person_role
    where person_role.authority_id = $1 and person_role.person_id = person.person_id
      and person_role.withdrawn_at is null
  )
from session
join person on person.authority_id = $1 and person.person_id = session.person_id
join authority on authority.authority_id = $1
where session.authority_id = $1 and session.token_hash = $2 and session.ended_at is null
  and session.created_at > $3 and session.last_seen_at > $4 and person.left_at is null
  and (person.issuer <> '${DEMONSTRATION}' or authority.demonstration_seed is not null)
`;

const ADMINISTRATORS = `
select distinct person.name from person
join person_role on person_role.authority_id = $1 and person_role.person_id = person.person_id
where person.authority_id = $1 and person.left_at is null
  and person_role.role = $2 and person_role.withdrawn_at is null
order by 1
`;

const ADMINISTRATOR: Role = 'Administrator';

/** The roles that this version knows, in their usual order. */
export function knownRoles(names: readonly unknown[]): readonly Role[] {
  return ROLES.filter((role) => names.includes(role));
}

/** The gate of one council: asks the database at each request. */
export function gateOf({ ground, authority, limits, now }: GateSettings): Gate {
  async function seenAgain(session: Session, at: Date): Promise<void> {
    const { name: actor, personId } = session.person;
    const person = { personId, role: null };
    const acting = { authority, actor, person, reason: 'used the service' };
    await ground.transaction<IdentityTables, void>(acting, async (tx) => {
      await tx.db
        .updateTable('session')
        .set({ last_seen_at: at })
        .where('authority_id', '=', authority)
        .where('session_id', '=', session.sessionId)
        .execute();
    });
  }
  return {
    async sessionOf(token) {
      if (token === undefined) return undefined;
      const at = now();
      const { begun, seen } = oldestThatLast(limits, at);
      const [found] = await ground.read<IdentityTables, unknown[][]>(authority, (tx) =>
        tx.rows(SESSION, [authority, hashOfToken(token), begun, seen]),
      );
      if (found === undefined) return undefined;
      const [sessionId, lastSeen, personId, name, roles] = found;
      const session: Session = {
        sessionId: String(sessionId),
        person: {
          personId: String(personId),
          name: String(name),
          roles: knownRoles(roles as unknown[]),
        },
        formToken: formTokenOf(token),
      };
      if (isSeenAnew(lastSeen as Date, at)) await seenAgain(session, at);
      return session;
    },
    async administrators() {
      const rows = await ground.read<IdentityTables, unknown[][]>(authority, (tx) =>
        tx.rows(ADMINISTRATORS, [authority, ADMINISTRATOR]),
      );
      return rows.map(([name]) => String(name));
    },
  };
}
