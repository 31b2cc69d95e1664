import { jsonDownload } from '../../../downloads/json.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import { page } from '../../reply.ts';
import type { ApiRoute } from '../api-route.ts';
import { openApiDocument } from '../open-api.ts';
import { apiPaths } from '../paths.ts';
import { ApiView } from './view.tsx';

/** What the page of the API needs beside the rows. */
export interface ApiPageSettings {
  /** Where other systems reach the service. */
  readonly origin: string;
  /** The page on which tokens are made. */
  readonly tokensPath: string;
}

/** The documentation of the API, and its document as a file. */
export function apiPageRoutes(
  routes: readonly ApiRoute[],
  settings: ApiPageSettings,
): readonly Route[] {
  const permission = 'keep own account';
  return [
    {
      method: 'GET',
      path: apiPaths.documentation,
      permission,
      handle: () =>
        page({ title: 'API for other systems', content: ApiView({ routes, ...settings }) }),
    },
    {
      method: 'GET',
      path: apiPaths.file,
      permission,
      handle: () => jsonDownload(openApiDocument(routes), 'wellplaced-openapi.json'),
    },
  ];
}
