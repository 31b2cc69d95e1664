import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { fieldsOf } from './form.ts';
import { FORM_TOKEN_FIELD } from './form-token.ts';
import { safeReturnPath } from './return-path.ts';
import type { FormFields } from './route.ts';

const LARGEST_FORM_BYTES = 2 ** 20;

/** The text of a form that nobody has read yet; undefined when it is too large or is cut off. */
async function unreadText(request: FastifyRequest): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of request.raw) {
      bytes += (piece as Buffer).length;
      if (bytes > LARGEST_FORM_BYTES) return undefined;
      pieces.push(piece as Buffer);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(pieces).toString();
}

/** What was typed into the form that the request sends, whether it was read before the fault or not; undefined for an upload. */
async function typedFields(request: FastifyRequest): Promise<FormFields | undefined> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  if (request.body !== undefined && request.body !== null) return request.body as FormFields;
  const text = await unreadText(request);
  return text === undefined ? undefined : fieldsOf(new URLSearchParams(text));
}

/**
 * The way to repeat a request that met a fault which passes: a link to a page that was asked for, a
 * button that sends a form again with everything that was typed into it. The form's own token is
 * kept where the page will not be given one, because it is not known who sent it.
 */
export async function sendAgain(request: FastifyRequest, signedIn: boolean): Promise<VNode> {
  const path = safeReturnPath(request.url);
  if (request.method === 'GET' || request.method === 'HEAD') {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={path}>
          Ask for the page again
        </a>
      </p>
    );
  }
  const typed = await typedFields(request);
  if (typed === undefined) {
    return <p class="govuk-body">Go back to the page you came from and send it again.</p>;
  }
  const kept = Object.entries(typed).filter(([name]) => !(signedIn && name === FORM_TOKEN_FIELD));
  return (
    <form method="post" action={path}>
      {kept.flatMap(([name, values]) =>
        [values]
          .flat()
          .map((value, at) => (
            <input key={`${name} ${at}`} type="hidden" name={name} value={value} />
          )),
      )}
      <p class="govuk-body">
        What you typed is kept on this page. Leave it open and send it from here.
      </p>
      <Button text="Send again" />
    </form>
  );
}
