import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiService, ask } from '../../../tests/support/api-service.ts';
import { openCareCouncil } from '../../../tests/support/care-council.ts';
import { API_ROUTES } from '../../../tests/support/open-wings.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { openApiDocument } from '../../platform/http/api/open-api.ts';
import type { Role } from '../../platform/permission/roles.ts';

const document = JSON.parse(JSON.stringify(openApiDocument(API_ROUTES)));

const ajv = new Ajv2020.default({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api', ...document });

/** Where in the document the answer of that status is described. */
function schemaOf(route: string, status: string, type: string) {
  const place = ['paths', route, 'get', 'responses', status, 'content', type, 'schema'];
  const pointer = place.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  const validate = ajv.getSchema(`api#/${encodeURI(pointer)}`);
  if (validate === undefined) throw new Error(`the document does not describe ${route} ${status}`);
  return validate;
}

test('the document is valid OpenAPI 3.1', async () => {
  expect(await new Validator().validate(document)).toEqual({ valid: true });
});

describe('what the API answers is what the document says', () => {
  let ground: Ground;
  const servers = new Map<Role, FastifyInstance>();
  let importId: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    for (const role of ['Data officer', 'Cabinet member', 'Administrator'] as const) {
      servers.set(role, await apiService(ground, role));
    }
    importId = (await ask(serverOf('Data officer'), '/imports')).json().rows[0].importId;
  });
  afterAll(async () => {
    for (const server of servers.values()) await server.close();
    await ground?.close();
  });

  function serverOf(role: Role): FastifyInstance {
    const server = servers.get(role);
    if (server === undefined) throw new Error(`no server for ${role}`);
    return server;
  }

  async function expectDocumented(role: Role, route: string, query = ''): Promise<void> {
    const path = route.replace('{childId}', 'A100').replace('{importId}', importId);
    const answer = await ask(serverOf(role), path + query);
    const type = String(answer.headers['content-type']).split(';')[0] ?? '';
    const validate = schemaOf(route, String(answer.statusCode), type);
    validate(answer.json());
    expect([route, answer.statusCode, validate.errors]).toEqual([route, answer.statusCode, null]);
  }

  test.each(Object.keys(document.paths))('%s', async (route) => {
    await expectDocumented('Data officer', route);
    await expectDocumented('Cabinet member', route);
    await expectDocumented('Administrator', route);
    await expectDocumented('Data officer', route, '?no-such-parameter=1');
  });

  test.each([
    ['/reports/placements', '?weekEnding=2021-05-30&publish=yes'],
    ['/reports/placements', '?weekEnding=2021-03-07'],
    ['/movements', '?weekEnding=2021-03-07'],
    ['/costs', '?weekEnding=2021-03-07'],
    ['/children', '?known=all&pageSize=500'],
    ['/findings', '?state=all'],
    ['/children', '?page=0'],
  ])('%s%s', async (route, query) => {
    await expectDocumented('Data officer', route, query);
  });

  test('and a program that is not let in', async () => {
    const answer = await ask(serverOf('Data officer'), '/children', 'wellplaced_guess');
    const validate = schemaOf('/children', '401', 'application/problem+json');
    validate(answer.json());
    expect([answer.statusCode, validate.errors]).toEqual([401, null]);
  });

  test('the service gives the very document', async () => {
    expect((await ask(serverOf('Administrator'), '/openapi.json')).json()).toEqual(document);
  });
});

test('every answer says all that is in it: nothing else may be sent', () => {
  const loose = API_ROUTES.filter(({ name }) => name !== 'readDocument').filter(
    ({ answer }) => !JSON.stringify(answer.toJSONSchema()).includes('"additionalProperties":false'),
  );
  expect(loose.map(({ name }) => name)).toEqual([]);
});
