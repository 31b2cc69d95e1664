import type { CouncilTransaction } from '../../database/ground.ts';
import type { PlatformTables } from '../../database/platform-tables.ts';
import type { TabularRow } from '../../downloads/tabular-data.ts';
import type { ReadingRequest } from '../../http/route.ts';
import type { AuditEntry, Names } from '../entry.ts';
import { changesInWords, deedInWords, momentInWords, reasonInWords } from '../entry-in-words.ts';
import { asked, leavesSomeOut, loadEntries, type TrailFilter } from './store.ts';

const ENTRIES_AT_ONCE = 1_000;

/** A number is left out where some entries are: its gaps would tell when something happened to a hidden record. */
function fileRow(entry: AuditEntry, names: Names, numbered: boolean): TabularRow {
  return {
    seq: numbered ? entry.seq : null,
    when: momentInWords(entry.happenedAt),
    who: entry.actor,
    role: entry.role,
    person: entry.personId,
    what: deedInWords(entry, names),
    why: reasonInWords(entry),
    changes: changesInWords(entry, names).join('; '),
    import: entry.importId,
  };
}

/** The entries that match, the latest first, read some at a time while they are sent. */
export async function* rowsOfFile(
  { read }: ReadingRequest,
  filter: TrailFilter,
  names: Names,
): AsyncGenerator<TabularRow> {
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const part = { limit: ENTRIES_AT_ONCE, below };
    const { some, numbered } = await read(async (tx: CouncilTransaction<PlatformTables>) => ({
      some: await loadEntries(tx, await asked(tx, filter), part),
      numbered: !(await leavesSomeOut(tx)),
    }));
    for (const entry of some) yield fileRow(entry, names, numbered);
    below = some.at(-1)?.seq ?? 0;
    if (some.length < ENTRIES_AT_ONCE) return;
  }
}
