import { z } from 'zod';
import type { ApiRoute } from '../http/api/api-route.ts';
import { apiRoute } from '../http/api/ground-api-route.ts';
import { type DefinitionSection, searchDefinitions } from './definitions.ts';
import { DEFINITIONS_PATH } from './path.ts';

/** What every figure means. */
export function definitionsApi(sections: readonly DefinitionSection[]): ApiRoute {
  return apiRoute({
    method: 'GET',
    path: '/definitions',
    permission: 'see definitions',
    name: 'listDefinitions',
    summary: 'Definitions',
    about: 'What every figure of the report and of the lists behind it means.',
    query: z.object({
      search: z
        .string()
        .max(60, 'Must be 60 characters or fewer.')
        .optional()
        .meta({ description: 'Words in the definition.' }),
    }),
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
      rows: searchDefinitions(sections, search).flatMap(({ heading, entries }) =>
        entries.map(({ anchor, name, definition, unit, source }) => ({
          ...{ name, definition, unit, source, heading },
          page: `${DEFINITIONS_PATH}#${anchor}`,
        })),
      ),
    }),
  });
}
