import type { VNode } from 'preact';
import { type Pence, wholePounds } from '../../../core/money.ts';
import { Sparkline } from '../../../platform/charts/sparkline.tsx';
import { isOver, type WeekShown } from '../weekly-report/week.ts';
import type { FiguresOfWeek } from '../weekly-report/weekly-figures.ts';
import type { SinceLastWeek } from './load-since.ts';

/** A figure that is followed from week to week. */
export interface Followed {
  readonly of: (week: FiguresOfWeek) => number;
  readonly shown: (value: number) => string;
  /** Whether it is as of one night, so that a week that is not over can be set beside a whole one. */
  readonly ofANight?: true;
}

/** Whole pounds. */
export const pounds = (value: number) => wholePounds(value as Pence);

/** `up 3 from 1,049`; that there is nothing to set it beside while the week is not over. */
export function changeInWords(
  { of, ofANight, shown }: Followed,
  since: SinceLastWeek,
  week: WeekShown,
) {
  const over = isOver(week);
  const before = since.weeks.at(over ? -2 : -1);
  if (before === undefined || (!over && ofANight === undefined))
    return 'so far: the week is not over';
  const change = of(since.now) - of(before);
  if (change === 0) return `as the week before`;
  return `${change > 0 ? 'up' : 'down'} ${shown(Math.abs(change))} from ${shown(of(before))}`;
}

/** The line of the whole weeks, and what it shows in words. */
export function line({ of, shown }: Followed, { weeks }: SinceLastWeek): VNode | null {
  const values = weeks.map(of);
  const [first = 0] = values;
  const words = `Thirteen weeks: from ${shown(first)} to ${shown(values.at(-1) ?? 0)}, least ${shown(Math.min(...values))}, most ${shown(Math.max(...values))}`;
  return Sparkline({ values, words });
}
