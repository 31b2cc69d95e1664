import type { PlatformTables } from '../database/platform-tables.ts';
import type { MigratedTables } from '../migrations/tables.d.ts';

/** The tables of people and sessions, for typed queries, with the platform's own. */
export type IdentityTables = PlatformTables &
  Pick<
    MigratedTables,
    | 'person'
    | 'person_leaving'
    | 'person_role'
    | 'session'
    | 'access_token'
    | 'role_mapping'
    | 'first_person_link'
  >;

/** By what a role was given: a value of the roles claim, an administrator, or the set-up of the council. */
export type GivenBy = MigratedTables['person_role']['given_by'];

/** The issuer of the demonstration's invented people. An identity provider's is an address, so it is never this. */
export const DEMONSTRATION = 'demonstration';

/** The issuer of whoever can read what the service prints at its start. */
export const MACHINE = 'machine';
