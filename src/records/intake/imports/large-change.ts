/** What an import would change of the records of one kind that stand. */
export interface StandingChange {
  /** The table of the records. */
  readonly table: string;
  /** How many stood before. */
  readonly stood: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** Of how many children those are; 0 where the records are of no child. */
  readonly children: number;
  /** In pence, what the records said before and would say after; 0 where they hold no money. */
  readonly penceBefore: number;
  readonly penceAfter: number;
  /** In pence, what of it the records to be changed or withdrawn said. */
  readonly penceTouched: number;
  /** Nights of the last year in care, before and after; 0 but for episodes. */
  readonly nightsBefore: number;
  readonly nightsAfter: number;
}

/** From this share of what stands on, of rows or of pounds, a change is large (a product default). */
const LARGE_SHARE = 1 / 5;
/** Fewer rows than these are never a large change: a small council may correct half of its records. */
export const FEWEST_LARGE = 20;

/** Whether so much of what stands would change or go that a person is asked first. */
export function isLarge(change: StandingChange): boolean {
  const { stood, changed, withdrawn, penceBefore, penceTouched } = change;
  const rows = changed + withdrawn;
  if (rows < FEWEST_LARGE) return false;
  return rows > stood * LARGE_SHARE || penceTouched > penceBefore * LARGE_SHARE;
}
