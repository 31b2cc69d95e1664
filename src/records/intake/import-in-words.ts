import type { FileKind } from './files/file-kind.ts';
import { kindName } from './files/kind-name.ts';

/** How an import stands. */
export const IMPORT_STATUSES = [
  'receiving',
  'queued',
  'running',
  'complete',
  'refused',
  'interrupted',
  'cancelled',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** The states in a word, each with the colour of its tag. */
export const STATUS_WORDS = {
  receiving: { text: 'Arriving', colour: 'yellow' },
  queued: { text: 'Waiting', colour: 'yellow' },
  running: { text: 'Running', colour: 'teal' },
  complete: { text: 'Complete', colour: 'green' },
  refused: { text: 'Refused', colour: 'red' },
  interrupted: { text: 'Stopped', colour: 'red' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
} as const satisfies Readonly<Record<ImportStatus, { text: string; colour: string }>>;

/** The kinds of an import's files in words, as stored; no more than `most` by name. */
export function kindsInWords(kinds: readonly string[], most = kinds.length): string {
  const names = kinds.slice(0, most).map((kind) => kindName(kind as FileKind));
  const more = kinds.length - names.length;
  return more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`;
}
