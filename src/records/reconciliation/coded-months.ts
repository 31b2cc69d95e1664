import type { MonthCost } from './month-count.ts';

/** The twelve months of each code, by its key. */
export type CodedMonths = ReadonlyMap<string, readonly MonthCost[]>;
