import type { FastifyRequest } from 'fastify';
import type { Bound } from './bound.ts';
import { FORM_TOKEN_FIELD, isFormToken } from './form-token.ts';
import type { Council, PageRequest } from './route.ts';
import type { SharedSettings } from './server-settings.ts';
import { addField, partsOf, type UploadParts, uploadedFiles } from './uploads.ts';

type Fields = Record<string, string | string[]>;

/** The parts of a request that every handler is given. */
export type ReadRequest = Omit<
  PageRequest,
  'person' | 'acting' | 'sessionId' | 'note' | 'whole' | keyof Bound
>;

/** Takes the form's token out of its fields. */
function takeToken(fields: Fields): unknown {
  const { [FORM_TOKEN_FIELD]: token } = fields;
  delete fields[FORM_TOKEN_FIELD];
  return token;
}

/**
 * Reads the request; undefined when it is a form that does not carry the token expected. Of an
 * upload the token must be the first part, so that nothing is done before it is known.
 */
export async function readRequest(
  request: FastifyRequest,
  settings: SharedSettings,
  council: Council,
  expectedToken: string | undefined,
): Promise<ReadRequest | undefined> {
  const address = new URL(request.url, 'http://service');
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  const fields: Fields = Object.assign(Object.create(null), request.body);
  const parts: UploadParts | undefined = request.isMultipart() ? partsOf(request) : undefined;
  if (parts !== undefined) {
    const first = await parts.next();
    const part = first.done ? undefined : first.value;
    if (part?.type === 'field') addField(fields, part);
  }
  const token = takeToken(fields);
  if (changes && expectedToken !== undefined && !isFormToken(token, expectedToken)) {
    request.raw.unpipe().resume();
    return undefined;
  }
  return {
    council,
    today: settings.today(),
    now: settings.now(),
    ground: settings.ground,
    wholeGround: settings.ground,
    path: address.pathname,
    params: request.params as Record<string, string>,
    query: address.searchParams,
    body: fields,
    files: uploadedFiles(request, parts, fields),
  };
}
