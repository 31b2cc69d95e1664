import { z } from 'zod';
import type { ApiRoute } from './api-route.ts';
import { apiPaths } from './paths.ts';
import { PROBLEM_KINDS, problemSchema } from './problem.ts';

/** What a schema says in the document, of values as they are sent. */
function jsonSchema(schema: z.ZodType): object {
  const { $schema: _version, ...written } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'output',
  });
  return written;
}

/** A parameter of the query. */
export interface DocumentedParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: object;
}

/** The parameters of a row's query, each with what it says. */
export function parametersOf({ query }: ApiRoute): readonly DocumentedParameter[] {
  return Object.entries(query.shape).map(([name, field]) => {
    const { description, ...schema } = jsonSchema(field as z.ZodType) as {
      readonly description?: string;
    };
    return { name, description: description ?? '', schema };
  });
}

/** The path as the document writes it: `/children/{childId}`. */
export function documentedPath({ path }: ApiRoute): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function refusals(route: ApiRoute): object {
  const kinds = Object.entries(PROBLEM_KINDS).filter(
    ([kind]) => kind !== 'unknown' || route.path.includes(':'),
  );
  const reply = (title: string) => ({
    description: title,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return Object.fromEntries(kinds.map(([, [status, title]]) => [status, reply(title)]));
}

function operationOf(route: ApiRoute): object {
  const inPath = Object.entries(route.params ?? {}).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }));
  const inQuery = parametersOf(route).map((parameter) => ({
    ...parameter,
    in: 'query',
    required: false,
  }));
  return {
    operationId: route.name,
    summary: route.summary,
    description: `${route.about} Needs the permission “${route.permission}”.`,
    parameters: [...inPath, ...inQuery],
    responses: {
      200: {
        description: route.summary,
        content: { 'application/json': { schema: jsonSchema(route.answer) } },
      },
      ...refusals(route),
    },
  };
}

/** The OpenAPI document of the rows, made from the schemas that the answers go through. */
export function openApiDocument(routes: readonly ApiRoute[]): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wellplaced',
      version: '1',
      description:
        'What a council knows of the children it looks after and of what their care costs, for its other systems. Everything only reads. Days are yyyy-mm-dd, money is whole pence, [c] stands for a figure withheld because it is small.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: apiPaths.first }],
    security: [{ accessToken: [] }],
    paths: Object.fromEntries(
      routes.map((route) => [documentedPath(route), { get: operationOf(route) }]),
    ),
    components: {
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token, made on the page “Access tokens” of one’s account.',
        },
      },
      schemas: { Problem: jsonSchema(problemSchema) },
    },
  };
}
