import type { VNode } from 'preact';
import type { PageRequest } from '../../src/platform/http/route.ts';
import { listRoutes } from '../../src/platform/lists/list-routes.ts';
import type { SettledValue } from '../../src/platform/settings/settled-value.ts';
import { caseOf, visitCaseRoutes } from './case.tsx';
import type { Route } from './permissions.ts';
import { VISIT_WORKFLOW } from './visit-workflow.ts';
import { visitsList } from './visits-list.tsx';

/** What was decided, on the child's own page. */
export async function visitOfChild(request: PageRequest): Promise<VNode | undefined> {
  const one = await caseOf(request);
  if (one?.visit === undefined) return undefined;
  return <p class="govuk-body">{VISIT_WORKFLOW.actions[one.visit.verdict].label}</p>;
}

/** The list of cases, and a case with all that is done to it; from `farFrom` miles on a placement is far. */
export const visitRoutes = (farFrom: SettledValue<number>): readonly Route[] => [
  ...listRoutes(visitsList(farFrom)),
  ...visitCaseRoutes(farFrom),
];
