import { checkForm, fieldsOf } from '../../../platform/http/form.ts';
import { page } from '../../../platform/http/reply.ts';
import type { Route } from '../../../platform/http/route.ts';
import type { PagesContext } from '../pages-context.ts';
import { paths } from '../paths.ts';
import { definitionsQuery } from './schema.ts';
import { definitionSections } from './sections.ts';
import { DEFINITIONS_TITLE, DefinitionsView } from './view.tsx';

/** What every figure means. */
export function definitionsRoutes(context: PagesContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.definitions,
      permission: 'see definitions',
      handle: ({ query }) => {
        const check = checkForm(definitionsQuery, fieldsOf(query));
        const search = check.ok ? check.values.search : undefined;
        return page({
          title: DEFINITIONS_TITLE,
          section: 'Reports',
          content: DefinitionsView({
            search,
            sections: definitionSections(search),
            smallNumber: context.smallNumber,
          }),
        });
      },
    },
  ];
}
