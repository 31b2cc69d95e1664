import type { DownloadReply } from '../http/reply.ts';

/** A value as a JSON file, indented for reading. */
export function jsonDownload(value: unknown, filename: string): DownloadReply {
  return {
    kind: 'download',
    filename,
    contentType: 'application/json; charset=utf-8',
    content: `${JSON.stringify(value, undefined, 2)}\n`,
  };
}
