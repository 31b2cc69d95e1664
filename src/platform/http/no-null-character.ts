import type { FastifyInstance } from 'fastify';

const NULL = '\0';

/** Refuses a text with the character U+0000, which nobody types and no text in PostgreSQL can hold; answered 400. */
export function withoutNull(text: string): string {
  if (!text.includes(NULL)) return text;
  throw Object.assign(new Error('a null character in a request'), { statusCode: 400 });
}

/** Refuses every request with a null character in its address or its form, before anything is looked up by it. Of an upload the parts are checked as they come. */
export function refuseNullCharacters(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ url }) => {
    withoutNull(url.replaceAll('%00', NULL));
  });
  server.addHook('preValidation', async ({ body }) => {
    if (typeof body !== 'object' || body === null) return;
    for (const [name, values] of Object.entries(body)) {
      withoutNull(name);
      for (const value of [values].flat()) withoutNull(String(value));
    }
  });
}
