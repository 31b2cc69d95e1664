import { WellplacedError } from '../../core/errors.ts';

/** One structured line for whoever runs the service. Never holds a value from a record, a query or a form. */
export interface LogEntry {
  readonly level: 'error' | 'warning';
  readonly event: 'request-failed' | 'request-refused' | 'part-failed';
  /** The reference that the person was shown. */
  readonly reference: string;
  readonly method: string;
  /** The route's pattern, `/children/:childId`: the address itself may name a child. */
  readonly route: string;
  readonly status: number;
  /** What kind of error, by its name and code. */
  readonly error: string;
  /** Where in the program; without the message, which may quote a record. */
  readonly where: readonly string[];
}

export type Log = (entry: LogEntry) => void;

/** Writes entries of the level and above as JSON, one a line. */
export function logTo(
  stream: { write(text: string): unknown },
  level: LogEntry['level'] | 'silent',
): Log {
  return (entry) => {
    if (level === 'silent' || (level === 'error' && entry.level === 'warning')) return;
    stream.write(`${JSON.stringify(entry)}\n`);
  };
}

/** What may be logged of an error: its name, its code and the lines of the program, not its message. */
export function loggableError(error: unknown): Pick<LogEntry, 'error' | 'where'> {
  if (!(error instanceof Error)) return { error: typeof error, where: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const kind = error instanceof WellplacedError ? error.name : error.constructor.name;
  const where = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line));
  return { error: code === undefined ? kind : `${kind} ${code}`, where };
}
