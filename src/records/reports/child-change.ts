import type { Pence } from '../../core/money.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { EndIs } from './difference-to-end.ts';

/** What a week changed for a child, by what matters most of it. */
export const CHILD_CHANGES = ['new', 'ended', 'moved', 'price', 'hours'] as const;
export type ChildChangeKind = (typeof CHILD_CHANGES)[number];

/** The kinds in words. */
export const CHILD_CHANGE_NAMES: Readonly<Record<ChildChangeKind, string>> = {
  new: 'New',
  ended: 'Ended',
  moved: 'Moved',
  price: 'Price changed',
  hours: 'Hours changed',
};

/** What a week changed for one child: the night before it against its last. */
export type ChildChange = {
  readonly childId: string;
  readonly package: string;
  readonly kind: ChildChangeKind;
  /** The last day of the week on which something changed. */
  readonly date: PlainDate;
  readonly from: string | null;
  readonly to: string | null;
  readonly providerBefore: string | null;
  readonly providerAfter: string | null;
  readonly before: Pence;
  readonly after: Pence;
  readonly difference: Pence;
  /** How large the difference is, whichever way. */
  readonly size: number;
  /** What the difference comes to from the day to the end it is counted to. */
  readonly toEnd: Pence;
  readonly countedTo: PlainDate;
  /** Whether the costs hold that end, or 31 March stands for it. */
  readonly endIs: EndIs;
  readonly planned: string | null;
};
