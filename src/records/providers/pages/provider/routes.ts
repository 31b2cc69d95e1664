import { z } from 'zod';
import { viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import { mayDo, type Route } from '../../../permissions.ts';
import { weekEndingField } from '../../../reports/week-ending.ts';
import { hidesSome } from '../../../restrictions/seen-by.ts';
import { loadProviderPage } from '../../load-provider-page.ts';
import { ProviderView } from './view.tsx';

async function showProvider(request: PageRequest, context: PagesContext): Promise<Reply> {
  const { params, person, query, today } = request;
  const check = checkForm(z.object({ 'week-ending': weekEndingField(today) }), fieldsOf(query));
  if (!check.ok) return notFoundPage(`${check.problems.map(({ message }) => message).join('. ')}.`);
  const { 'week-ending': week } = check.values;
  const key = params.provider ?? '';
  const found = await request.read((tx) => loadProviderPage(tx, key, week));
  if (found === undefined) {
    return notFoundPage('The costs name no provider so, or none with a child whom you may see.');
  }
  const title = found.provider?.name ?? found.spellings[0] ?? key;
  return page({
    ...{ title, section: 'Records' },
    breadcrumbs: [{ text: 'Providers', href: paths.providers }],
    content: ProviderView({
      ...{ found, title, week },
      inflation: await context.settings.inflation(request, week.countsTo),
      leavesOut: await hidesSome(request),
      maySeeAChild: mayDo(person.roles, 'see a child'),
    }),
  });
}

/** One provider, as one would print it before a negotiation. */
export function providerRoutes(context: PagesContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/provider/:provider',
      permission: 'see children',
      audit: viewOf('page of a provider'),
      handle: (request) => showProvider(request, context),
    },
  ];
}
