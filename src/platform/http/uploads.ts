import type { FastifyRequest } from 'fastify';
import { withoutNull } from './no-null-character.ts';
import type { UploadedFile } from './route.ts';

/** The largest file that an upload may hold. */
export const LARGEST_FILE_BYTES = 2 ** 30;

/** How many files an upload may hold. */
export const MOST_FILES = 10_000;

/** The fields and files of an upload, in the order sent; none of another request. */
export type UploadParts = ReturnType<FastifyRequest['parts']>;

/** A name sent by a browser, as a path that leads nowhere but down: `2021/episodes.csv`. */
export function uploadPath(name: string): string {
  return name
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

/**
 * The files of an upload in the order sent; fields met on the way are added to `fields`. A file
 * input left empty is passed over. What a handler leaves unread of a file is thrown away before the next.
 */
export async function* uploadedFiles(
  request: FastifyRequest,
  parts: UploadParts | undefined,
  fields: Record<string, string | string[]>,
): AsyncGenerator<UploadedFile> {
  if (parts === undefined) return;
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        addField(fields, withoutNull(part.fieldname), withoutNull(String(part.value)));
        continue;
      }
      const path = uploadPath(withoutNull(part.filename ?? ''));
      if (path !== '') yield { field: part.fieldname, path, content: part.file };
      if (!part.file.readableEnded) part.file.resume();
    }
  } finally {
    // What is still to come after a refusal is let through unread: else the browser could not end
    // its sending, and the connection would stay half-open until long after the service is stopped.
    if (!request.raw.complete) request.raw.unpipe().resume();
  }
}

function addField(fields: Record<string, string | string[]>, name: string, value: string): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (typeof before === 'string') fields[name] = [before, value];
  else before.push(value);
}
