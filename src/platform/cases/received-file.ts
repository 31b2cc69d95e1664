import { safeName } from '../../core/file-name.ts';
import type { UploadedFile } from '../http/route.ts';
import { LARGEST_ATTACHMENT, type NewAttachment } from './attachments.ts';
import { mediaTypeOf } from './file-kinds.ts';

/** The file of a form, or what is wrong with it. */
export type ReceivedFile =
  | { readonly ok: true; readonly file: NewAttachment }
  | { readonly ok: false; readonly why: string; readonly status: 413 | 422 | 429 };

/** The content of a file, no more of it than may be attached; undefined for a longer one. */
async function contentOf(file: UploadedFile): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of file.content) {
    bytes += (piece as Buffer).length;
    if (bytes > LARGEST_ATTACHMENT) return undefined;
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

/** Reads the one file that a form sends: its name cleaned, its kind known by what it holds. */
export async function receiveFile(files: AsyncIterable<UploadedFile>): Promise<ReceivedFile> {
  let received: NewAttachment | undefined;
  for await (const file of files) {
    if (received !== undefined) return { ok: false, why: 'Choose one file at a time', status: 422 };
    const content = await contentOf(file);
    if (content === undefined) {
      const most = LARGEST_ATTACHMENT / 2 ** 20;
      return { ok: false, why: `The file must be ${most} MB or smaller`, status: 413 };
    }
    const name = safeName(file.path.split('/').at(-1) ?? '');
    const type = mediaTypeOf(name, content);
    if (!type.ok) return { ok: false, why: type.why, status: 422 };
    received = { name, mediaType: type.mediaType, content };
  }
  if (received === undefined) return { ok: false, why: 'Choose a file', status: 422 };
  return { ok: true, file: received };
}
