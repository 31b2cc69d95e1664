import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { safePath } from '../../core/file-name.ts';
import { bodyClockOf } from './body-clock.ts';
import { withoutNull } from './no-null-character.ts';
import { RequestRefused, tooManyParts, unreadableUpload } from './request-refused.ts';
import type { UploadedFile } from './route.ts';

/** The largest file that an upload may hold. */
export const LARGEST_FILE_BYTES = 2 ** 30;

/** How many files an upload may hold. */
export const MOST_FILES = 10_000;

const MOST_FIELDS = 100;

/** What the reader of uploads takes, of all parts together and of each; of headers no more than a long name needs. */
export const UPLOAD_LIMITS = {
  fileSize: LARGEST_FILE_BYTES,
  files: MOST_FILES,
  fields: MOST_FIELDS,
  parts: MOST_FILES + MOST_FIELDS,
  fieldSize: 2 ** 16,
  fieldNameSize: 200,
  headerPairs: 20,
  headerSize: 2 ** 13,
} as const;

type Part =
  ReturnType<FastifyRequest['parts']> extends AsyncIterableIterator<infer Each> ? Each : never;

/** The fields and files of an upload, in the order sent. */
export type UploadParts = AsyncGenerator<Part>;

const TOO_MANY = /^FST_(PARTS|FILES|FIELDS)_LIMIT$/;

/** What a person is told of an error in the reading of an upload; that a file is too large is told by whoever reads it. */
function asRefusal(error: unknown): unknown {
  if (error instanceof RequestRefused) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return error;
  return TOO_MANY.test(code) ? tooManyParts(error) : unreadableUpload(error);
}

/** Fails when the body is late, whatever the reader is waiting for. */
function untilLate(signal: AbortSignal | undefined): Promise<never> {
  const late = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  late.catch(() => undefined); // nobody need be waiting when it fails
  return late;
}

/** The parts of an upload as they come; throws a RequestRefused for one that cannot be read or is late. */
export async function* partsOf(request: FastifyRequest): UploadParts {
  const late = untilLate(bodyClockOf(request)?.late);
  try {
    const parts = request.parts();
    for (;;) {
      const next = await Promise.race([parts.next(), late]);
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A file’s content as it comes. */
async function* contentOf(file: Readable, late: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const end = () => file.destroy(late?.reason);
  late?.addEventListener('abort', end, { once: true });
  try {
    for await (const piece of file) yield piece as Buffer;
  } catch (error) {
    throw asRefusal(error);
  } finally {
    late?.removeEventListener('abort', end);
  }
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
  const clock = bodyClockOf(request);
  clock?.allowUpload();
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        addField(fields, part);
        continue;
      }
      const path = safePath(withoutNull(part.filename ?? ''));
      const content = Readable.from(contentOf(part.file, clock?.late), { objectMode: false });
      if (path !== '') yield { field: part.fieldname, path, content };
      if (!part.file.readableEnded) part.file.resume();
    }
  } finally {
    // What is still to come after a refusal is let through unread: else the browser could not end
    // its sending, and the connection would stay half-open until long after the service is stopped.
    if (!request.raw.complete) request.raw.unpipe().resume();
  }
}

/** Adds a field; one longer than any form of this service has is refused rather than cut. */
export function addField(
  fields: Record<string, string | string[]>,
  part: Extract<Part, { type: 'field' }>,
): void {
  if (part.fieldnameTruncated || part.valueTruncated) throw tooManyParts();
  const [name, value] = [withoutNull(part.fieldname), withoutNull(String(part.value))];
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (typeof before === 'string') fields[name] = [before, value];
  else before.push(value);
}
