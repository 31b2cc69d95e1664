import { expect } from 'vitest';
import type { PermissionTable } from '../../src/platform/permission/permissions.ts';
import { ROLES } from '../../src/platform/permission/roles.ts';
import { judge, type Standing, type Taken } from '../../src/platform/workflow/judge.ts';
import type { AnyWorkflow, Workflow } from '../../src/platform/workflow/workflow.ts';

type Steps = readonly Taken<string>[];
type Named = Workflow<PermissionTable, string, string, string, unknown>;

const ME = 'person-1';
const OTHER = 'person-2';

/** The workflow with every safeguard holding, or with one that does not. */
function withSafeguards(workflow: AnyWorkflow, failing: string | undefined): Named {
  const safeguards = Object.fromEntries(
    Object.entries(workflow.safeguards).map(([name, guard]) => [
      name,
      { ...guard, holds: () => name !== failing },
    ]),
  );
  return { ...workflow, safeguards } as Named;
}

/** What the table says, read anew: not by the code that is tested. */
function expected(
  workflow: AnyWorkflow,
  [action, state, failing]: readonly [string, string, string | undefined],
  { taken, doer }: Standing<string, string>,
) {
  const declared = workflow.actions[action];
  const move = workflow.moves[state]?.[action];
  if (declared === undefined || move === undefined) throw new Error(`${state}: ${action}`);
  if (typeof move !== 'string') return move.not;
  if (doer === 'program') return declared.by === 'program' ? { to: move } : 'a person';
  if (declared.by === 'program') return 'by itself';
  if (!workflow.permissions.rolesThatMay(declared.by).some((role) => doer.roles.includes(role))) {
    return declared.by;
  }
  const mine = (step: string) =>
    [...taken].reverse().find((each) => each.action === step)?.personId === doer.personId;
  if (declared.notWhoDid?.some(mine)) return 'somebody else';
  if (failing !== undefined && declared.safeguards?.includes(failing)) {
    return workflow.safeguards[failing]?.refusal ?? '';
  }
  return { to: move };
}

function doersOf(): Standing<string, string>['doer'][] {
  return [
    'program',
    ...[...ROLES.map((role) => [role]), []].map((roles) => ({ personId: ME, roles })),
  ];
}

/** Histories that matter: nobody did anything, somebody else did everything, and each step was the person's own, the latest or followed by another's. */
function historiesOf(workflow: AnyWorkflow): Steps[] {
  const actions = Object.keys(workflow.actions);
  const by = (personId: string | null): Steps => actions.map((action) => ({ action, personId }));
  return [
    [],
    by(OTHER),
    by(null),
    ...actions.flatMap((action) => [
      [...by(OTHER), { action, personId: ME }],
      [{ action, personId: ME }, ...by(OTHER)],
    ]),
  ];
}

/**
 * Asks for every action from every state by every role, as doer of each step before, with every
 * safeguard holding and with each failing, and compares the answer with the table. Gives how many were asked.
 */
export function walkWorkflow(workflow: AnyWorkflow): number {
  let asked = 0;
  const wrong: object[] = [];
  for (const failing of [undefined, ...Object.keys(workflow.safeguards)]) {
    const guarded = withSafeguards(workflow, failing);
    for (const state of Object.keys(workflow.states)) {
      for (const action of Object.keys(workflow.actions)) {
        for (const doer of doersOf()) {
          for (const taken of historiesOf(workflow)) {
            const standing = { state, taken, doer };
            const wanted = expected(workflow, [action, state, failing], standing);
            const answer = judge(guarded, action, standing, undefined);
            const right =
              typeof wanted === 'string'
                ? !answer.ok && answer.refusal.includes(wanted)
                : answer.ok && answer.to === wanted.to;
            if (!right) wrong.push({ asked: { action, failing, ...standing }, wanted, answer });
            asked += 1;
          }
        }
      }
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  return asked;
}

/** What is wrong with the drawing of the table: a state that nothing leads to, or one that leads nowhere and is no end, or an end that leads on. */
export function faultsOf({ begins, moves, states }: AnyWorkflow): readonly string[] {
  const leadsTo = (state: string) =>
    Object.values(moves[state] ?? {}).flatMap((move) => (typeof move === 'string' ? [move] : []));
  const reached = new Set([begins]);
  for (const state of reached) for (const next of leadsTo(state)) reached.add(next);
  return Object.entries(states).flatMap(([state, { end }]) => {
    const onward = leadsTo(state).some((next) => next !== state);
    return [
      ...(reached.has(state) ? [] : [`nothing leads to "${state}"`]),
      ...(onward || end ? [] : [`"${state}" leads nowhere and is no end`]),
      ...(onward && end ? [`"${state}" is an end and leads on`] : []),
    ];
  });
}

/** Permissions that the table names and nobody declared, and those without a role. */
export function unknownPermissions({ actions, permissions }: AnyWorkflow): readonly string[] {
  return Object.values(actions).flatMap(({ by }) =>
    by === 'program' || permissions.rolesThatMay(by).length > 0 ? [] : [by],
  );
}
