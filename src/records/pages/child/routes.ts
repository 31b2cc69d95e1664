import { mayDo } from '../../../platform/http/permission.ts';
import { page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest, ReadingRequest, Route } from '../../../platform/http/route.ts';
import { careHistory } from '../../care-cost/attribution.ts';
import { findingsOf } from '../../weekly-report/report-findings.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';
import { paths } from '../paths.ts';
import { lastSunday } from '../report/week-query.ts';
import type { ChildFinding, ChildRecord } from './child-record.ts';
import { noSuchChildPage } from './no-such-child.ts';
import { loadChildRecord } from './store.ts';
import { ChildView } from './view.tsx';

/** What the rules find now in the child's costs and placements, as of the last whole week, and what files were found to hold. */
export function allFindings(
  record: ChildRecord,
  { today }: Pick<ReadingRequest, 'today'>,
): ChildFinding[] {
  const { child, episodes, elements, findings } = record;
  const facts = { childId: child.childId, child, care: careHistory(episodes), elements };
  return [...findingsOf(facts, weekEndingOn(lastSunday(today))), ...findings];
}

async function showChild(request: PageRequest): Promise<Reply> {
  const { council, ground, params, person, today } = request;
  const childId = params.childId ?? '';
  const record = await loadChildRecord(ground, council.code, childId);
  if (record === undefined) {
    return noSuchChildPage(person.roles);
  }
  return page({
    title: `Child ${childId}`,
    section: 'Records',
    breadcrumbs: [{ text: 'Children', href: paths.children }],
    content: ChildView({
      record,
      findings: allFindings(record, request),
      today,
      may: (permission) => mayDo(person.roles, permission),
    }),
  });
}

/** A child's own page. */
export function childRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/children/:childId',
      permission: 'see a child',
      audit: ({ params }) => ({
        action: 'view',
        thing: 'child',
        key: { child_id: params.childId ?? '' },
      }),
      handle: showChild,
    },
  ];
}
