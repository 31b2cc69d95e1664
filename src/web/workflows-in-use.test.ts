import { describe, expect, test } from 'vitest';
import { faultsOf, unknownPermissions, walkWorkflow } from '../../tests/support/walk-workflow.ts';
import { ROLES } from '../platform/permission/roles.ts';
import { WORKFLOWS } from './whole.ts';

describe.each(WORKFLOWS.map((workflow) => [workflow.thing, workflow] as const))(
  'the workflow of a %s',
  (_thing, workflow) => {
    test('allows and refuses every action, from every state and to every role, as its table says', () => {
      const [states, actions, safeguards] = [
        workflow.states,
        workflow.actions,
        workflow.safeguards,
      ].map((part) => Object.keys(part).length) as [number, number, number];
      // Every role, nobody's role and the program; nothing done before, all by another or by a program, and each action the person's own, last or first.
      const standings = (ROLES.length + 2) * (3 + 2 * actions);
      expect(walkWorkflow(workflow)).toBe((safeguards + 1) * states * actions * standings);
    });

    test('has no state that nothing leads to, and no dead end that is not marked an end', () => {
      expect(faultsOf(workflow)).toEqual([]);
    });

    test('names permissions that somebody holds', () => {
      expect(unknownPermissions(workflow)).toEqual([]);
    });
  },
);

test('each is of a kind of its own', () => {
  const things = WORKFLOWS.map(({ thing }) => thing);
  expect(new Set(things).size).toBe(things.length);
  expect(things).toContain('finding');
});
