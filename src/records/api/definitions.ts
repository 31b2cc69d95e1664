import { z } from 'zod';
import { apiRoute } from '../../platform/http/api/api-route.ts';
import { definitionSections } from '../pages/definitions/sections.ts';
import { paths } from '../pages/paths.ts';
import { searchParameter } from './fields.ts';

/** What every figure means. */
export const definitionsRoute = apiRoute({
  method: 'GET',
  path: '/definitions',
  permission: 'see definitions',
  name: 'listDefinitions',
  summary: 'Definitions',
  about: 'What every figure of the report and of the lists behind it means.',
  query: z.object({ search: searchParameter('Words in the definition.') }),
  answer: z.object({
    rows: z.array(
      z.object({
        name: z.string(),
        definition: z.string(),
        unit: z.string(),
        source: z.string(),
        heading: z.string(),
        page: z.string().meta({ description: 'Where it stands in the service.' }),
      }),
    ),
  }),
  handle: (_request, { search }) => ({
    rows: definitionSections(search).flatMap(({ heading, entries }) =>
      entries.map(({ anchor, name, definition, unit, source }) => ({
        ...{ name, definition, unit, source, heading },
        page: `${paths.definitions}#${anchor}`,
      })),
    ),
  }),
});
