import type { ReturnModuleKind } from '../returns/return-module.ts';

/** The rules by which several returns become one history. The words are shown to the reader. */
export const REPAIR_RULES = {
  'later-return-wins': 'Two returns differ about the same record: the later return is kept',
  'later-row-wins': 'One return has two different rows for the same record: the last is kept',
  'closed-by-later-return': 'An episode left open in one return is closed by a later one',
  'nights-stand':
    'Two episodes of a child start on one day: the one without a night gives way to the one with nights',
  'ended-before-new-start':
    'An episode left open before a new period of care ends when it was last known: with its return’s year, or when the new one starts',
  'gone-from-newest-return':
    'An episode left open whose child the newest whole return does not name ends with the year of its return',
  'cut-at-next-episode': 'An episode that overlaps the next ends when the next one starts',
  'child-details-differ':
    'Date of birth, sex or ethnicity differs between returns: the latest is kept',
} as const;
export type RepairRule = keyof typeof REPAIR_RULES;

/** One change that the history rules made to what was reported, with the columns that differ. */
export interface Repair {
  readonly rule: RepairRule;
  readonly module: ReturnModuleKind;
  readonly childId: string;
  /** Names the record within the child: an episode's DECOM, a review's date. */
  readonly recordKey: string;
  readonly before: Readonly<Record<string, string | null>>;
  readonly after: Readonly<Record<string, string | null>>;
  /** Return year of what was repaired. */
  readonly returnYear: number;
}
