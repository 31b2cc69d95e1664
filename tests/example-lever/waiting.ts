import type { WaitingKind } from '../../src/platform/tasks/waiting.ts';
import { visitPath } from './paths.ts';
import type { ExampleTable } from './permissions.ts';
import { loadCases } from './visits.ts';

/** Distant placements that are to be visited: everybody's who decides on them. */
export const VISITS_TO_MAKE: WaitingKind<keyof ExampleTable> = {
  name: 'visit',
  inWords: { one: 'Visit to a placement', several: 'Visits to placements' },
  permission: 'decide on visits',
  async waits({ council, ground, today }) {
    const { cases } = await loadCases(ground, council.code, today, 1);
    return cases
      .filter(({ visit }) => visit?.verdict === 'visit')
      .map(({ child: { childId }, visit }) => ({
        key: childId,
        title: 'Visit the placement',
        detail: visit?.reason ?? '',
        childId,
        why: 'You decide on visits to distant placements.',
        href: visitPath(childId),
      }));
  },
};
