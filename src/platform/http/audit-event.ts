import type { ReadingRequest } from './route.ts';

/** What of the council's records an answer shows, for the audit trail. */
export interface AuditEvent {
  /** Shown on a page, or taken away as a file. */
  readonly action: 'view' | 'export';
  /** What was shown: `child`, or a list or report by its name. */
  readonly thing: string;
  /** Which one, or what of it: the child's identifier, the filters. */
  readonly key: Readonly<Record<string, string>>;
  /** Why, where the person was asked. */
  readonly reason?: string;
}

/** Says of a request what its answer shows. */
export type Audit = (request: ReadingRequest) => AuditEvent;

function partsOf({ params, query }: ReadingRequest): Record<string, string> {
  const given = [...Object.entries(params), ...query].filter(([, value]) => value !== '');
  return Object.fromEntries(given);
}

/** A page that shows a list or report of records. */
export function viewOf(thing: string): Audit {
  return (request) => ({ action: 'view', thing, key: partsOf(request) });
}

/** A file of records. */
export function exportOf(thing: string): Audit {
  return (request) => ({ action: 'export', thing, key: partsOf(request) });
}
