import type { RecordRow } from '../revisions/record-row.ts';
import { RECORD_TABLES } from '../revisions/record-tables.ts';
import type { Change } from './change.ts';
import { WHERE_SAID } from './changes-sql.ts';
import { moneyFirst, saidInWords, type ValueInWords } from './column-in-words.ts';

const UNSAID: ReadonlySet<string> = new Set([...WHERE_SAID, 'child_id']);

function keysOf(table: string): readonly string[] {
  return RECORD_TABLES.find((one) => one.table === table)?.keyColumns ?? [];
}

/** The record as it stood last. */
export function lastSaid({ before, after, passing }: Change): RecordRow {
  return after ?? before ?? passing ?? {};
}

/** What tells a record from the others of its child, in words, but for the columns that are withheld. */
export function keyInWords(change: Change, withheld?: ReadonlySet<string>): string {
  const row = lastSaid(change);
  const columns = keysOf(change.table).filter(
    (name) => name !== 'child_id' && !(name === 'occurrence' && row[name] === 1),
  );
  return saidInWords(row, columns)
    .map(({ column, name, value }) => `${name} ${withheld?.has(column) ? 'withheld' : value}`)
    .join(', ');
}

/**
 * What a record said before and says after: the columns that differ, or all that say something where
 * it stood at one of the two alone.
 */
export function beforeAndAfter(change: Change): {
  readonly before: readonly ValueInWords[];
  readonly after: readonly ValueInWords[];
} {
  const { before, after, passing, kind } = change;
  const unsaid = new Set([...UNSAID, ...keysOf(change.table)]);
  const columns = moneyFirst(Object.keys(lastSaid(change)).filter((name) => !unsaid.has(name)));
  if (before !== null && after !== null) {
    const differ = columns.filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    return { before: saidInWords(before, differ), after: saidInWords(after, differ) };
  }
  const saying = (row: RecordRow | null) =>
    row === null
      ? []
      : saidInWords(
          row,
          columns.filter((name) => row[name] !== null && row[name] !== ''),
        );
  return { before: saying(kind === 'passing' ? passing : before), after: saying(after) };
}
