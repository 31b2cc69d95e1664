import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { FileNaming } from '../../platform/lists/file-naming.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { FindingRow } from './finding-row.ts';
import { loadChildIds } from './load-findings.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const WORD = /[^\s|,;:.()"'‘’“”]+/g;

/** A part of a word such as `4004087-005` or `4000001/4000002`; an identifier may hold such a sign itself. */
const PART = /[^/\\–—_-]+/g;
const DATE = /^\d{1,4}([-/])\d{1,2}\1\d{1,4}$/;

/** The text with every identifier of a child in it replaced by the child's pseudonym. */
export function underPseudonyms(
  text: string,
  childIds: ReadonlySet<string>,
  pseudonym: (childId: string) => string,
): string {
  const called = (word: string) => (childIds.has(word) ? pseudonym(word) : word);
  return text.replaceAll(WORD, (word) => {
    if (childIds.has(word)) return pseudonym(word);
    return DATE.test(word) ? word : word.replaceAll(PART, called);
  });
}

/** The council's children and what each is called in what leaves the pages. */
export interface ChildNames {
  readonly childIds: ReadonlySet<string>;
  pseudonym(childId: string): string;
}

/** The finding's words without an identifier of a child. */
export function wordsWithoutIdentifiers(
  { childId, message, value }: Pick<FindingRow, 'childId' | 'message' | 'value'>,
  { childIds, pseudonym }: ChildNames,
): { readonly message: string; readonly value: string | null } {
  const ids = childId === null ? childIds : new Set([childId]);
  const hidden = (text: string) => underPseudonyms(text, ids, pseudonym);
  return { message: hidden(message), value: value === null ? null : hidden(value) };
}

/** What the council's children are called in answers. */
export async function loadChildNames(tx: Transaction): Promise<Pick<ChildNames, 'pseudonym'>> {
  return { pseudonym: await loadPseudonyms(tx) };
}

/** The same with their identifiers, to find them in words; as on a page, where every child is called by its own and words stay as they are. */
export async function loadNamesAndIdentifiers(
  tx: Transaction,
  naming: FileNaming,
): Promise<ChildNames> {
  if (naming === 'as on the page') {
    return { childIds: new Set(), pseudonym: (childId) => childId };
  }
  return { childIds: await loadChildIds(tx), pseudonym: await loadPseudonyms(tx) };
}
