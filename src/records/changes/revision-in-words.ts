import { instantInWords } from '../../core/instant.ts';
import type { RevisionTold } from './revisions-told.ts';

const KINDS: Readonly<Record<RevisionTold['kind'], string>> = {
  import: 'Import',
  'taken back': 'Import taken back',
  'put back': 'Import put back',
  linked: 'Identifiers linked',
  unlinked: 'Link of identifiers undone',
  answered: 'Answer about a child gone from the newest return',
};

/** What made a revision, such as `Import taken back`. */
export function kindInWords({ kind }: Pick<RevisionTold, 'kind'>): string {
  return KINDS[kind];
}

/** A revision in one line: what, when, by whom. */
export function revisionInWords(one: RevisionTold): string {
  const by = one.by === '' ? '' : `, ${one.by}`;
  return `${kindInWords(one)}, ${instantInWords(one.madeAt)}${by}`;
}
