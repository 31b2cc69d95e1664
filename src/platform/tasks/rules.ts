import { WellplacedError } from '../../core/errors.ts';
import { addDays, addMonths, dateInWords, type PlainDate } from '../../core/plain-date.ts';
import type { PersonWithRoles } from '../identity/people-who-may.ts';
import type { HiddenFrom } from './hidden-from.ts';
import type { KnownKind, Waiting } from './waiting.ts';

/** For how many days before it something is due soon. */
const SOON_DAYS = 7;
/** For how long work without a day by law can be put off at most. */
const MONTHS_PUT_OFF = 3;

/** The latest that was said about a piece of work. */
export interface LatestWord {
  readonly number: number;
  /** Whose it is since; undefined when it was given back. */
  readonly holderId: string | undefined;
  /** Put off to this day. */
  readonly until: PlainDate | undefined;
}

/** A piece of work as it stands for one person. */
export interface Work extends Waiting {
  readonly kind: KnownKind;
  /** The number of the latest word on it; 0 where there is none. */
  readonly said: number;
  /** Whoever it is with; nobody where it is everybody’s who may do it. */
  readonly holders: readonly Pick<PersonWithRoles, 'personId' | 'name'>[];
  /** Whether it is the person’s own, everybody’s who may do it, or another’s. */
  readonly whose: 'mine' | 'role' | 'other';
  /** Set while it is put off: the day on which it comes back. */
  readonly until: PlainDate | undefined;
}

export type DueState = 'overdue' | 'today' | 'soon' | 'later' | 'no day';

/** How near the day is. */
export function dueState(due: PlainDate | undefined, today: PlainDate): DueState {
  if (due === undefined) return 'no day';
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}

/** The last day to which it can be put off; undefined where it cannot: its day by law has come. */
export function latestPutOff(
  { due, kind }: Pick<Work, 'due' | 'kind'>,
  today: PlainDate,
): PlainDate | undefined {
  const most = addMonths(today, MONTHS_PUT_OFF);
  if (kind.statutory !== true || due === undefined) return most;
  if (due <= today) return undefined;
  return due < most ? due : most;
}

/** Throws a WellplacedError when it cannot be put off to the day. */
export function checkPutOff(
  work: Pick<Work, 'due' | 'kind'>,
  until: PlainDate,
  today: PlainDate,
): void {
  const latest = latestPutOff(work, today);
  if (latest !== undefined && until > today && until <= latest) return;
  const byLaw = work.kind.statutory === true && work.due !== undefined;
  throw new WellplacedError(
    'cannot-put-off',
    latest === undefined
      ? 'It cannot be put off: the day by which the law wants it done has come.'
      : `It cannot be put off to ${dateInWords(until)}.`,
    latest === undefined
      ? 'Do it, or hand it over.'
      : `Choose a day from tomorrow to ${dateInWords(latest)}${byLaw ? ', by when the law wants it done' : ''}.`,
  );
}

/**
 * The work as it stands for the person: with whom the latest word left it, as long as they may do it
 * and the child is not hidden from them; else with its owners, as long as the same holds of them;
 * else everybody’s who may. Work that was put off is back
 * on the day, and never later than the day by which the law wants it done, whatever was said before
 * that day moved.
 */
export function workOf(
  kind: KnownKind,
  waiting: Waiting,
  word: LatestWord | undefined,
  {
    personId,
    may,
    hiddenFrom,
    today,
  }: {
    readonly personId: string;
    /** Those who may do it now, by id. */
    readonly may: ReadonlyMap<string, PersonWithRoles>;
    readonly hiddenFrom: HiddenFrom;
    readonly today: PlainDate;
  },
): Work {
  const held = word?.holderId === undefined ? [] : [word.holderId];
  const { childId } = waiting;
  const sees = (id: string) => childId === undefined || !hiddenFrom(childId, id);
  const known = (ids: readonly string[]) => ids.filter(sees).flatMap((id) => may.get(id) ?? []);
  const holder = known(held);
  const holders = holder.length > 0 ? holder : known(waiting.owners ?? []);
  const mine = holders.some((each) => each.personId === personId);
  const byLaw = kind.statutory === true && waiting.due !== undefined && waiting.due <= today;
  const asleep = holder.length > 0 && word?.until !== undefined && word.until > today && !byLaw;
  return {
    ...waiting,
    kind,
    said: word?.number ?? 0,
    holders,
    whose: holders.length === 0 ? 'role' : mine ? 'mine' : 'other',
    until: asleep ? word.until : undefined,
  };
}

/** Earliest day first, then what has no day; within a day by kind, in the order of its wing. */
export function byDue(one: Work, other: Work): number {
  const last = '9999';
  return (
    (one.due ?? last).localeCompare(other.due ?? last) || one.kind.id.localeCompare(other.kind.id)
  );
}
