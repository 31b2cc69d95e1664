import type { Workflow } from '../../src/platform/workflow/workflow.ts';
import { EXAMPLE_PERMISSIONS, type ExampleTable } from './permissions.ts';

/** What a person decides; stored as it is named. */
export const VERDICTS = ['visit', 'no-visit'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a case stands. */
export type VisitState = 'undecided' | 'to-visit' | 'not-visited';

const DECIDED_SO = { not: 'That is decided already.' };

/** What may be done about the visit to a distant placement. */
export const VISIT_WORKFLOW: Workflow<ExampleTable, VisitState, Verdict> = {
  thing: 'visit',
  permissions: EXAMPLE_PERMISSIONS,
  begins: 'undecided',
  states: {
    undecided: { inWords: 'Not decided', colour: 'yellow' },
    'to-visit': { inWords: 'To be visited' },
    'not-visited': { inWords: 'Not visited', colour: 'grey' },
  },
  actions: {
    visit: { label: 'Visit', by: 'decide on visits', records: ['why'] },
    'no-visit': { label: 'No visit', by: 'decide on visits', records: ['why'] },
  },
  safeguards: {},
  moves: {
    undecided: { visit: 'to-visit', 'no-visit': 'not-visited' },
    'to-visit': { visit: DECIDED_SO, 'no-visit': 'not-visited' },
    'not-visited': { visit: 'to-visit', 'no-visit': DECIDED_SO },
  },
};

/** Where the case stands by what was decided last. */
export function stateOf(latest: Verdict | undefined): VisitState {
  if (latest === undefined) return 'undecided';
  return latest === 'visit' ? 'to-visit' : 'not-visited';
}
