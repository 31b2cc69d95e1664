import { z } from 'zod';
import type { ApiRoute } from './api-route.ts';
import { apiRoute } from './ground-api-route.ts';
import { openApiDocument } from './open-api.ts';

/** The rows of the API with the one that gives their document. */
export function withDocument(rows: readonly ApiRoute[]): readonly ApiRoute[] {
  const documentRow = apiRoute({
    method: 'GET',
    path: '/openapi.json',
    permission: 'keep own account',
    name: 'readDocument',
    summary: 'This document',
    about: 'The OpenAPI document of the API.',
    query: z.object({}),
    answer: z.looseObject({ openapi: z.string() }),
    handle: () => document as { readonly openapi: string },
  });
  const all = [...rows, documentRow];
  const document = openApiDocument(all);
  return all;
}
