import { oneOrMore } from '../../core/english.ts';
import { WellplacedError } from '../../core/errors.ts';

/** A request that cannot be taken as it was sent, with the status that says so (RFC 9110, section 15.5). */
export class RequestRefused extends WellplacedError {
  readonly statusCode: 400 | 408 | 413;

  constructor(
    status: RequestRefused['statusCode'],
    code: string,
    message: string,
    remedy: string,
    cause?: unknown,
  ) {
    super(code, message, remedy, { cause });
    this.statusCode = status;
  }
}

function span(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes >= 1) return oneOrMore(minutes, 'a minute', `${minutes} minutes`);
  return `${Math.round(milliseconds / 100) / 10} seconds`;
}

/** For a body that did not come in whole within its time. */
export function tooSlow(milliseconds: number): RequestRefused {
  return new RequestRefused(
    408,
    'too-slow',
    `What was sent did not arrive within ${span(milliseconds)}. Nothing was kept.`,
    'Send it again over a better connection, fewer files at a time, or load the files with the "wellplaced import" command.',
  );
}

/** For an upload whose parts cannot be told apart (RFC 7578), or that ends before its end. */
export function unreadableUpload(cause: unknown): RequestRefused {
  return new RequestRefused(
    400,
    'unreadable-upload',
    'The upload is damaged, or it was cut off on the way. Nothing was kept.',
    'Go back to the page you came from and send the files again.',
    cause,
  );
}

/** For an upload with more fields or files than any form of this service sends, or longer ones. */
export function tooManyParts(cause?: unknown): RequestRefused {
  return new RequestRefused(
    413,
    'too-many-parts',
    'The upload holds more files or longer fields than are taken at a time. Nothing was kept.',
    'Send fewer files at a time, or load them with the "wellplaced import" command.',
    cause,
  );
}
