import { describe, expect, test } from 'vitest';
import { faultsOf, unknownPermissions, walkWorkflow } from '../../tests/support/walk-workflow.ts';
import { WORKFLOWS } from './whole.ts';

describe.each(WORKFLOWS.map((workflow) => [workflow.thing, workflow] as const))(
  'the workflow of a %s',
  (_thing, workflow) => {
    test('allows and refuses every action, from every state and to every role, as its table says', () => {
      expect(walkWorkflow(workflow)).toBeGreaterThan(1_000);
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
