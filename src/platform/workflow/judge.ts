import { WellplacedError } from '../../core/errors.ts';
import type { PermissionTable } from '../permission/permissions.ts';
import type { HeldRoles } from '../permission/roles.ts';
import type { Move, Workflow } from './workflow.ts';

/** Who takes a step: a person by id with the roles held at the moment, or a program. */
export type Doer = { readonly personId: string; readonly roles: HeldRoles } | 'program';

/** A step that was taken, by a person where one stands by id. */
export interface Taken<Action> {
  readonly action: Action;
  readonly personId: string | null;
}

/** A case as it stands, and who would do something to it. */
export interface Standing<State, Action> {
  readonly state: State;
  /** What was done to it, the earliest first. */
  readonly taken: readonly Taken<Action>[];
  readonly doer: Doer;
}

/** Where the action leads, or why it may not be taken. */
export type Judgement<State> =
  | { readonly ok: true; readonly to: State }
  | {
      readonly ok: false;
      readonly because: 'state' | 'permission' | 'same person' | 'safeguard';
      readonly refusal: string;
    };

/** An action that the case as it stands does not allow. Nothing was stored. */
export class ActionRefused extends WellplacedError {
  constructor(refusal: string) {
    super(
      'action-refused',
      `${refusal} Nothing was stored.`,
      'Open the page again and choose what it offers now.',
    );
  }
}

type Of<
  Table extends PermissionTable,
  S extends string,
  A extends string,
  G extends string,
  F,
> = Workflow<Table, S, A, G, F>;

function refused<State>(
  because: Extract<Judgement<State>, { ok: false }>['because'],
  refusal: string,
): Judgement<State> {
  return { ok: false, because, refusal };
}

/** What can be said before what is to be recorded is known: by the state, the permission and who did the steps before. */
function judgeStanding<
  T extends PermissionTable,
  S extends string,
  A extends string,
  G extends string,
  F,
>(workflow: Of<T, S, A, G, F>, action: A, { state, taken, doer }: Standing<S, A>): Judgement<S> {
  const { actions, permissions } = workflow;
  const { by, notWhoDid } = actions[action];
  const move: Move<S> = workflow.moves[state][action];
  if (typeof move === 'object') return refused('state', move.not);
  if (doer === 'program') {
    if (by === 'program') return { ok: true, to: move };
    return refused('permission', 'No program may do this: a person does.');
  }
  if (by === 'program') return refused('permission', 'This happens by itself.');
  if (!permissions.mayDo(doer.roles, by)) {
    const roles = permissions.rolesThatMay(by).join(', ');
    return refused('permission', `You may not ${by}. These roles may: ${roles}.`);
  }
  for (const step of notWhoDid ?? []) {
    const latest = taken.findLast((each) => each.action === step);
    if (latest !== undefined && latest.personId === doer.personId) {
      const label = actions[step].label.toLowerCase();
      return refused(
        'same person',
        `You took the step “${label}” yourself: somebody else does this.`,
      );
    }
  }
  return { ok: true, to: move };
}

/** Says where an action leads, or why it may not be taken. `facts` is what the safeguards look at. */
export function judge<
  T extends PermissionTable,
  S extends string,
  A extends string,
  G extends string,
  F,
>(workflow: Of<T, S, A, G, F>, action: A, standing: Standing<S, A>, facts: F): Judgement<S> {
  const judged = judgeStanding(workflow, action, standing);
  if (!judged.ok) return judged;
  for (const name of workflow.actions[action].safeguards ?? []) {
    const { holds, refusal } = workflow.safeguards[name];
    if (!holds(facts)) return refused('safeguard', refusal);
  }
  return judged;
}

/** The state to which the action leads. Throws `ActionRefused` in the words of the table; asked in the transaction that stores the step. */
export function step<
  T extends PermissionTable,
  S extends string,
  A extends string,
  G extends string,
  F,
>(workflow: Of<T, S, A, G, F>, action: A, standing: Standing<S, A>, facts: F): S {
  const judged = judge(workflow, action, standing, facts);
  if (!judged.ok) throw new ActionRefused(judged.refusal);
  return judged.to;
}

/** An action for a page: offered, or not and why. */
export interface Offer<Action> {
  readonly action: Action;
  readonly label: string;
  readonly hint: string | undefined;
  /** Why it is not offered; undefined where it is. */
  readonly refusal: string | undefined;
}

/**
 * What a page offers a person for one case, or for several at once: what every one of them allows.
 * What happens by itself is left out. Safeguards are not asked: what they look at is not filled in yet.
 */
export function offersFor<
  T extends PermissionTable,
  S extends string,
  A extends string,
  G extends string,
  F,
>(workflow: Of<T, S, A, G, F>, cases: readonly Standing<S, A>[]): readonly Offer<A>[] {
  return (Object.keys(workflow.actions) as A[])
    .filter((action) => workflow.actions[action].by !== 'program')
    .map((action) => {
      const { label, hint } = workflow.actions[action];
      const refusals = cases.map((each) => judgeStanding(workflow, action, each));
      const first = refusals.find((each) => !each.ok);
      return { action, label, hint, refusal: first?.ok === false ? first.refusal : undefined };
    });
}
