import { WellplacedError } from '../../core/errors.ts';

const CODE = 'disk-full';

/** PostgreSQL's own code, and the operating system's. */
const SAID = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** Whether the error says that there is no room left, raised by us or as it came. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === CODE || SAID.has(String(error.code));
}

/** The error to raise when there is no room left: `disk-full`, else the error itself. `disk` says which: `that holds the database`. */
export function unlessDiskFull(error: unknown, disk: string): unknown {
  if (error instanceof WellplacedError || !isDiskFull(error)) return error;
  return new WellplacedError(
    CODE,
    `The disk ${disk} is full.`,
    'Make room on it, then do the same again. Nothing of it was saved.',
    { cause: error },
  );
}
