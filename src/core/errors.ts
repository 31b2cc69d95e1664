/** What a library or the system says of an error, to stand in a sentence of ours that goes on or ends after it. */
export function clauseOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.replace(/[\s.]+$/, '');
}

/**
 * An error that a person can act on: what was wrong, where, and what to do.
 * Every error the program raises on purpose is one of these; anything else is a fault in the program.
 */
export class WellplacedError extends Error {
  /** Short, stable, for logs and tests: `embedded-folder-in-use`, `unreadable-date`. */
  readonly code: string;
  /** What the reader can do about it, as a sentence. */
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WellplacedError';
    this.code = code;
    this.remedy = remedy;
  }
}
