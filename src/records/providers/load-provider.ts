import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { CostElement } from '../model.ts';
import { type ChildFacts, factsByChild } from '../reports/weekly-report/facts.ts';
import { foundAsSeen } from '../storage/as-seen.ts';
import { ELEMENT_COLUMNS, elementOf } from '../storage/element-row.ts';
import { loadEpisodesOf } from '../storage/load-placement-facts.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { providerKey } from './provider-key.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** Every name under which somebody is or was paid, as the reader may see it; remembered until the records change. */
function loadPaidNames(tx: Transaction): Promise<readonly string[]> {
  return foundAsSeen(tx, ['names of who is paid'], async () => {
    const rows = await tx.rows(
      `select distinct provider from cost_element where authority_id = $1 and provider <> ''`,
      [tx.authority],
    );
    return rows.map(([name]) => String(name)).sort();
  });
}

/** The spellings of the provider's name; none where nobody is called so. */
export async function spellingsOf(tx: Transaction, key: string): Promise<readonly string[]> {
  return (await loadPaidNames(tx)).filter((name) => providerKey(name) === key);
}

/** The facts of the elements' children: the elements alone, and every episode. */
async function withEpisodes(
  tx: Transaction,
  elements: readonly CostElement[],
  lastNight: PlainDate,
): Promise<ChildFacts[]> {
  const childIds = [...new Set(elements.map(({ childId }) => childId))];
  const episodes = await loadEpisodesOf(tx, childIds, lastNight);
  const facts = factsByChild({ children: [], episodes, elements, budgets: [], gone: [] });
  return facts.filter((ofChild) => ofChild.elements.length > 0);
}

/** Everything that the provider was ever paid for, child by child, with the children's episodes. */
export async function loadProviderFacts(
  tx: Transaction,
  names: readonly string[],
  lastNight: PlainDate,
): Promise<ChildFacts[]> {
  const rows = await packedRows(
    tx,
    ELEMENT_COLUMNS,
    'from cost_element where authority_id = $1 and provider = any($2)',
    [tx.authority, names],
  );
  return withEpisodes(tx, rows.map(elementOf), lastNight);
}

/** The elements of packages that began, ended or changed since the day, with what they cost the night before. */
export async function loadFactsSince(
  tx: Transaction,
  since: PlainDate,
  lastNight: PlainDate,
): Promise<ChildFacts[]> {
  const rows = await packedRows(
    tx,
    ELEMENT_COLUMNS,
    'from cost_element where authority_id = $1 and (to_date is null or to_date >= $2)',
    [tx.authority, since],
  );
  return withEpisodes(tx, rows.map(elementOf), lastNight);
}
