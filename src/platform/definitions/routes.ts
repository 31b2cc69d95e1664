import { page } from '../http/reply.ts';
import type { Route } from '../permission/ground-permissions.ts';
import type { SettledValue } from '../settings/settled-value.ts';
import { type Definitions, searchDefinitions } from './definitions.ts';
import { DEFINITIONS_PATH } from './path.ts';
import { DEFINITIONS_TITLE, DefinitionsView } from './view.tsx';

/** What every figure means. Counts from 1 to one below `smallNumber` are suppressed in what is made for others. */
export function definitionsRoutes(
  { sections, unconfirmed }: Definitions,
  smallNumber: SettledValue<number>,
): readonly Route[] {
  return [
    {
      method: 'GET',
      path: DEFINITIONS_PATH,
      permission: 'see definitions',
      handle: async (request) => {
        const search = request.query.get('search')?.trim() || undefined;
        const found = searchDefinitions(sections, search);
        return page({
          title: DEFINITIONS_TITLE,
          section: 'Reports',
          content: DefinitionsView({
            search,
            sections: found,
            unconfirmed,
            smallNumber: await smallNumber(request, request.today),
          }),
        });
      },
    },
  ];
}
