import { loggableError } from '../platform/http/log.ts';

function line(event: string, error: unknown, of: Readonly<Record<string, string>> = {}): void {
  process.stderr.write(`${JSON.stringify({ event, ...of, ...loggableError(error) })}\n`);
}

/** Logs what went wrong where nobody waits for an answer. */
export function report(error: unknown): void {
  line('job-failed', error);
}

/** Logs why a council is not served as it should be, or could not be announced. */
export function reportDoor(council: string, error: unknown): void {
  line('council-not-served', error, { council });
}

/** Logs that it could not be looked which councils there are; those served meanwhile stay. */
export function reportLook(error: unknown): void {
  line('councils-not-looked-at', error);
}
