import type { PlatformTables } from '../../database/platform-tables.ts';
import { csvDownload } from '../../downloads/csv.ts';
import type { TabularData, TabularRow } from '../../downloads/tabular-data.ts';
import { xlsxDownload } from '../../downloads/xlsx.ts';
import type { DownloadReply } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import type { AuditEntry, Names } from '../entry.ts';
import { changesInWords, deedInWords, momentInWords, reasonInWords } from '../entry-in-words.ts';
import type { TrailFilter } from './schema.ts';
import { asked, leavesSomeOut, loadEntries } from './store.ts';

const ENTRIES_AT_ONCE = 1_000;

const COLUMNS: TabularData['columns'] = [
  { key: 'seq', heading: 'Number', type: 'whole' },
  { key: 'when', heading: 'When (London)', type: 'text' },
  { key: 'who', heading: 'Who', type: 'text' },
  { key: 'role', heading: 'In the role', type: 'text' },
  { key: 'person', heading: 'Person’s number', type: 'text' },
  { key: 'what', heading: 'What', type: 'text' },
  { key: 'why', heading: 'Why', type: 'text' },
  { key: 'changes', heading: 'Before and after', type: 'text' },
  { key: 'import', heading: 'Import', type: 'text' },
];

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

/** The entries that match as a file, the latest first, read some at a time while it is sent. */
export function trailFile(
  { ground, council }: PageRequest,
  filter: TrailFilter,
  format: 'csv' | 'xlsx',
  names: Names,
): DownloadReply {
  async function* rows(): AsyncGenerator<TabularRow> {
    let below = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const part = { limit: ENTRIES_AT_ONCE, below };
      const { some, numbered } = await ground.read<
        PlatformTables,
        { some: AuditEntry[]; numbered: boolean }
      >(council.code, async (tx) => ({
        some: await loadEntries(tx, await asked(tx, filter), part),
        numbered: !(await leavesSomeOut(tx)),
      }));
      for (const entry of some) yield fileRow(entry, names, numbered);
      below = some.at(-1)?.seq ?? 0;
      if (some.length < ENTRIES_AT_ONCE) return;
    }
  }
  const table: TabularData = { title: 'Audit trail', columns: COLUMNS, rows: rows() };
  const filename = `audit-trail.${format}`;
  return format === 'csv' ? csvDownload(table, filename) : xlsxDownload(table, filename);
}
