import { addDays, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Waiting, WaitingKind } from '../../platform/tasks/waiting.ts';
import { loadCareNow } from '../children/care-now.ts';
import { periodsOfCare } from '../children/periods-of-care.ts';
import { type ReviewDue, reviewsDue } from '../children/reviews-due.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';
import { foundAsSeen } from '../storage/as-seen.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** For how many days before it a review waits to be arranged. */
const DAYS_AHEAD = 28;

/** Which review it is, in words. */
function whichReview({ number, state }: ReviewDue): string {
  const which = number === undefined ? 'Review' : `Review ${number}`;
  return state === 'overdue' ? `${which}: not held` : `${which}: to be held`;
}

function waits(review: ReviewDue, today: PlainDate): review is ReviewDue & { due: PlainDate } {
  const { due, state } = review;
  if (due === undefined) return false;
  return state === 'overdue' || (state === 'due' && due <= addDays(today, DAYS_AHEAD));
}

/** The next review of each child looked after now, where it waits on the day. */
async function dueOn(
  tx: CouncilTransaction<RecordsTables>,
  today: PlainDate,
): Promise<readonly Waiting[]> {
  const { children, known } = await loadCareNow(tx);
  if (known === undefined) return [];
  return children.flatMap(({ childId, episodes, reviews }) => {
    const period = periodsOfCare(episodes).at(-1);
    if (period === undefined || period.end !== undefined) return [];
    const next = reviewsDue(period, reviews, known, today).at(-1);
    if (next === undefined || !waits(next, today)) return [];
    return [
      {
        key: `${childId}/${next.due}`,
        title: whichReview(next),
        childId,
        why: 'Your role chairs the reviews of children looked after.',
        due: next.due,
        href: `${paths.child(childId)}#reviews`,
      },
    ];
  });
}

/**
 * The next review of each child looked after that is due within four weeks, or overdue as far as the
 * returns can tell (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33).
 */
export const REVIEWS_DUE: WaitingKind<Permission> = {
  name: 'review',
  inWords: { one: 'Review of a child', several: 'Reviews due' },
  permission: 'chair reviews',
  statutory: true,
  waits: ({ read, today }) =>
    read<RecordsTables, readonly Waiting[]>((tx) =>
      foundAsSeen(tx, ['reviews due', today], () => dueOn(tx, today)),
    ),
};
