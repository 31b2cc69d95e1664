import type { PlainDate } from '../../core/plain-date.ts';
import type { Calendar } from './calendar.ts';
import type { ChildHistory } from './history.ts';

/** What to generate: `children` is how many are looked after (short breaks apart) on `asOf`. */
export interface CouncilPlan {
  readonly seed: number;
  readonly children: number;
  /** How many SSDA903 returns, the last of them the one that contains `asOf`. */
  readonly years: number;
  readonly asOf: PlainDate;
  readonly councilName?: string;
}

/** An invented council. Its histories are drawn afresh each time they are asked for, always the same. */
export interface DemonstrationCouncil {
  readonly plan: CouncilPlan;
  readonly name: string;
  /** Own code of the authority in Wellplaced. */
  readonly code: string;
  /** Code of the authority in its postcode directory, as ONS writes them. */
  readonly onsCode: string;
  readonly calendar: Calendar;
  histories(): Iterable<ChildHistory>;
}
