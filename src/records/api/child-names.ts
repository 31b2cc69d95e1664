import type { Ground } from '../../platform/database/ground.ts';
import type { ChildNames } from '../pages/findings/download.ts';
import { loadChildIds } from '../pages/findings/store.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { loadPseudonyms } from '../weekly-report/load-report.ts';

/** What the council's children are called in answers. */
export function loadChildNames(
  ground: Ground,
  authority: string,
): Promise<Pick<ChildNames, 'pseudonym'>> {
  return ground.read<RecordsTables, Pick<ChildNames, 'pseudonym'>>(authority, async (tx) => ({
    pseudonym: await loadPseudonyms(tx),
  }));
}

/** The same with their identifiers, to find them in words. */
export function loadNamesAndIdentifiers(ground: Ground, authority: string): Promise<ChildNames> {
  return ground.read<RecordsTables, ChildNames>(authority, async (tx) => ({
    childIds: await loadChildIds(tx),
    pseudonym: await loadPseudonyms(tx),
  }));
}
