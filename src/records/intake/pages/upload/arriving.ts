import type { UploadedFile } from '../../../../platform/http/route.ts';

/** Files that systems leave in folders and that hold no records. */
const OF_THE_SYSTEM = new Set(['thumbs.db', 'desktop.ini']);

function isRecordFile(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1)?.toLowerCase() ?? '';
  return !parts.some((part) => part.startsWith('.')) && !OF_THE_SYSTEM.has(name);
}

/** An upload whose first file has begun to arrive, so that the fields before it in the form are known. */
export interface BegunUpload {
  /** The files that may hold records, the first among them; hidden files and those of the system are passed over. */
  files(): AsyncGenerator<UploadedFile>;
  /** Reads on to the end and keeps nothing, so that the browser waits for the answer. */
  throwAway(): Promise<void>;
}

/** Waits for the first file of an upload. */
export async function beginUpload(files: AsyncIterable<UploadedFile>): Promise<BegunUpload> {
  const arriving = files[Symbol.asyncIterator]();
  let next = await arriving.next();
  return {
    async *files() {
      while (!next.done) {
        if (isRecordFile(next.value.path)) yield next.value;
        next = await arriving.next();
      }
    },
    async throwAway() {
      while (!next.done) next = await arriving.next();
    },
  };
}
