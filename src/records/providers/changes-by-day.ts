import { type Pence, penceOf } from '../../core/money.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { PriceChangeRow } from './price-change-rows.ts';
import { riseOf } from './rise.ts';

/** The changes of price of one day in one placement group. */
export interface ChangesOfDay {
  readonly date: PlainDate;
  readonly group: string;
  readonly children: number;
  readonly before: Pence;
  readonly after: Pence;
  readonly rise: number | null;
  readonly what: string;
}

/** The changes day by day and group by group, the newest first. */
export function changesByDay(rows: readonly PriceChangeRow[]): ChangesOfDay[] {
  const days = new Map<string, PriceChangeRow[]>();
  for (const row of rows) {
    const key = `${row.date} ${row.groupCode}`;
    days.set(key, [...(days.get(key) ?? []), row]);
  }
  return [...days.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const sum = (key: 'before' | 'after') => penceOf(of.reduce((so, row) => so + row[key], 0));
    const [before, after] = [sum('before'), sum('after')];
    return [
      {
        ...{ date: first.date, group: first.group },
        children: new Set(of.map(({ childId }) => childId)).size,
        ...{ before, after, rise: riseOf(before, after) ?? null },
        what: [...new Set(of.flatMap(({ what }) => what.split('. ')))].sort().join('. '),
      },
    ];
  });
}
