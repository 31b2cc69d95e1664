import type { Gate } from '../../src/platform/http/gate.ts';
import type { Person } from '../../src/platform/http/route.ts';
import type { Role } from '../../src/platform/permission/roles.ts';

/** The token that every form of `signedInAs` carries. */
export const FORM_TOKEN = 'token-of-a-test';

/** The id of the person of `signedInAs`. */
export const TEST_PERSON_ID = '00000000-0000-4000-8000-0000000000a1';

/**
 * A gate that lets every request in as one person of a role, whatever its cookie; without a role
 * nobody is signed in. For tests of pages; how a session begins and ends has tests of its own.
 */
export function signedInAs(role: Role | undefined, name = 'Amina Yusuf'): Gate {
  const person = { personId: TEST_PERSON_ID, name, roles: role === undefined ? [] : [role] };
  return {
    sessionOf: async () =>
      role === undefined
        ? undefined
        : { sessionId: 'session-of-a-test', person, formToken: FORM_TOKEN },
    administrators: async () => ['Joan Blake'],
  };
}

/** As signedInAs, as one person of the council. */
export function signedInAsPerson(person: Person): Gate {
  return {
    sessionOf: async () => ({ sessionId: 'session-of-a-test', person, formToken: FORM_TOKEN }),
    administrators: async () => ['Joan Blake'],
  };
}
