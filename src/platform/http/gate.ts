import type { Person } from './route.ts';

/** A person signed in, as the cookie of a request shows. */
export interface Session {
  readonly sessionId: string;
  readonly person: Person;
  /** Stands in every form that changes something; only this session's forms carry it. */
  readonly formToken: string;
}

/** Tells who sends a request, each time anew: roles and sessions may have changed since the last. */
export interface Gate {
  /** The session of the token in the cookie; undefined when it is no session's, or the session is over. */
  sessionOf(token: string | undefined): Promise<Session | undefined>;
  /** The names of those who can give a role. */
  administrators(): Promise<readonly string[]>;
}
