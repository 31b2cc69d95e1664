import { expect, test } from 'vitest';
import { nextStep, type Run, type RunState } from './run.ts';

const AT = (hour: number) => new Date(Date.UTC(2026, 10, 27, hour));
const DUE = { key: 'today', at: AT(2) };
const run = (state: RunState, of: Partial<Run> = {}): Run => ({
  ...{ job: 'j', due: 'today', dueAt: AT(2), state, tries: 1 },
  ...{ startedAt: null, heldUntil: null, endedAt: null, said: null, ...of },
});
const BEFORE = { due: 'yesterday', dueAt: new Date(Date.UTC(2026, 10, 26, 2)) };

test.each([
  ['never met', undefined, 'remember'],
  ['met first today', run('first seen', { tries: 0 }), 'nothing'],
  ['done', run('done'), 'nothing'],
  ['running', run('running', { heldUntil: AT(5) }), 'nothing'],
  ['running, its process dead', run('running', { heldUntil: AT(4) }), 'begin again'],
  ['its process dead three times', run('running', { heldUntil: AT(3), tries: 3 }), 'give up'],
  ['failed, waiting', run('failed', { heldUntil: AT(5) }), 'nothing'],
  ['failed, to be tried again', run('failed', { heldUntil: AT(4) }), 'begin again'],
  ['failed for good', run('failed'), 'nothing'],
  ['done yesterday', run('done', BEFORE), 'begin'],
  ['failed for good yesterday', run('failed', BEFORE), 'begin'],
  ['still running since yesterday', run('running', { ...BEFORE, heldUntil: AT(5) }), 'nothing'],
  ['dead since yesterday', run('running', { ...BEFORE, heldUntil: AT(1) }), 'begin'],
  ['of a later day, by another’s clock', run('done', { due: 'x', dueAt: AT(23) }), 'nothing'],
])('work that is %s', (_name, latest, step) => {
  expect(nextStep(latest, DUE, AT(4))).toBe(step);
});
