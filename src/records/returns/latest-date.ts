import type { PlainDate } from '../../core/plain-date.ts';
import type { ReturnModuleKind, ReturnRow } from './return-module.ts';
import { returnModule } from './return-modules.ts';

/** Days of birth, and the day an asylum-seeking child comes of age, say nothing about when a return was made. */
const NOT_EVENTS: ReadonlySet<string> = new Set(['DOB', 'MC_DOB', 'DUC']);

const positions = new Map<ReturnModuleKind, readonly number[]>();

function eventPositions(kind: ReturnModuleKind): readonly number[] {
  const known = positions.get(kind);
  if (known !== undefined) return known;
  const found = returnModule(kind).columns.flatMap(({ type, name }, position) =>
    type === 'date' && !NOT_EVENTS.has(name) ? [position] : [],
  );
  positions.set(kind, found);
  return found;
}

/** The latest day on which something happened in a row, for guessing the year of a return; undefined when it holds none. */
export function latestDateOf(kind: ReturnModuleKind, row: ReturnRow): PlainDate | undefined {
  let latest: string | undefined;
  for (const position of eventPositions(kind)) {
    const date = row.values[position];
    if (date !== null && date !== undefined && (latest === undefined || date > latest)) {
      latest = date;
    }
  }
  return latest as PlainDate | undefined;
}
