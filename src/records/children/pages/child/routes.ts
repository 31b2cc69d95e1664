import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { type PagePart, shownParts } from '../../../../platform/wing/page-part.tsx';
import { loadQuestions } from '../../../gone/questions.ts';
import { paths } from '../../../paths.ts';
import { mayDo, type Route } from '../../../permissions.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { childFindings } from '../../child-findings.ts';
import { loadChildRecord } from '../../load-child-record.ts';
import { noSuchChildPage } from '../../no-such-child.ts';
import { ChildView } from './view.tsx';

type Transaction = CouncilTransaction<RecordsTables>;

async function showChild(request: PageRequest, parts: readonly PagePart[]): Promise<Reply> {
  const { params, person, today } = request;
  const childId = params.childId ?? '';
  const found = await request.read(async (tx: Transaction) => {
    const record = await loadChildRecord(tx, childId);
    const [question] = await loadQuestions(tx, today, childId);
    return record && { record, question };
  });
  if (found === undefined) {
    return noSuchChildPage(person.roles);
  }
  const { record, question } = found;
  return page({
    title: `Child ${childId}`,
    section: 'Records',
    breadcrumbs: [{ text: 'Children', href: paths.children }],
    content: ChildView({
      ...{ record, question },
      findings: childFindings(record, today),
      today,
      may: (permission) => mayDo(person.roles, permission),
      parts: await shownParts(request, parts),
    }),
  });
}

/** A child's own page, with what other wings add to it. */
export function childRoutes(parts: readonly PagePart[] = []): readonly Route[] {
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
      handle: (request) => showChild(request, parts),
    },
  ];
}
