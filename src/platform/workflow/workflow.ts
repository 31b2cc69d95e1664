import type { Tag } from '../components/messages.tsx';
import type { AnyPermissions, PermissionTable } from '../permission/permissions.ts';

/** A state of a case, as people read it. */
export interface StateInWords {
  readonly inWords: string;
  readonly colour?: Parameters<typeof Tag>[0]['colour'];
  /** Set where nothing need follow: a state that is no end and leads nowhere is a fault of the table. */
  readonly end?: true;
}

/** Where an action leads from a state; or, in words, why it does not. */
export type Move<State extends string> = State | { readonly not: string };

/** What a safeguard says of what is known: what must hold, and what is said when it does not. */
export interface Safeguard<Facts> {
  /** As it follows on "only when": `the day is not past`. */
  readonly inWords: string;
  readonly holds: (facts: Facts) => boolean;
  readonly refusal: string;
}

/** Something that somebody does to a case. */
export interface ActionInWords<Permission, Action, Guard> {
  /** On the button. */
  readonly label: string;
  readonly hint?: string;
  /** Who may; `program` for what happens by itself and nobody is offered. */
  readonly by: Permission | 'program';
  /** Whoever took the latest of each of these steps may not take this one: two pairs of eyes. */
  readonly notWhoDid?: readonly Action[];
  /** What must hold, checked where the change is made. */
  readonly safeguards?: readonly Guard[];
  /** What is stored with it, in words. */
  readonly records: readonly string[];
}

/**
 * The whole of what may be done to cases of one kind. `moves` names for every state where every
 * action leads, or why it does not: a state, action or permission that is forgotten or that there is
 * not does not compile.
 */
export interface Workflow<
  Table extends PermissionTable,
  State extends string,
  Action extends string,
  Guard extends string = never,
  Facts = unknown,
> {
  /** What the cases are called, one of them: `finding`. */
  readonly thing: string;
  readonly permissions: Pick<AnyPermissions, 'mayDo' | 'rolesThatMay'>;
  /** The state in which a case begins. */
  readonly begins: State;
  readonly states: { readonly [Name in State]: StateInWords };
  readonly actions: {
    readonly [Name in Action]: ActionInWords<keyof Table & string, Action, Guard>;
  };
  readonly safeguards: { readonly [Name in Guard]: Safeguard<Facts> };
  readonly moves: {
    readonly [From in State]: { readonly [Name in Action]: Move<State> };
  };
}

/** A workflow of whatever wing, by names that no type knows. */
export type AnyWorkflow = Workflow<PermissionTable, string, string, string, never>;
