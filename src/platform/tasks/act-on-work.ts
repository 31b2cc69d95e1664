import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { Ground } from '../database/ground.ts';
import { boundTo } from '../http/bound.ts';
import type { PageRequest, Person } from '../http/route.ts';
import { holdPeople } from '../identity/leaving/hold-access.ts';
import { type PersonWithRoles, peopleWithRoles } from '../identity/people-who-may.ts';
import { type AllWork, loadOneWork, mayDoWork } from './load-work.ts';
import { checkPutOff, type Work } from './rules.ts';
import { type NewWord, sayOfWork } from './said.ts';
import type { TaskTables } from './task-tables.ts';
import type { Looking } from './waiting.ts';

/** What acting on work needs beside the request. */
export interface ActingOnWork extends AllWork {
  /** The ground as a person sees it. */
  readonly narrowed: (ground: Ground, person: Person, now: Date) => Ground;
}

/** The work that is acted on, with the number of the latest word that the person saw. */
export interface Seen {
  readonly work: Work;
  readonly number: number;
}

/** What a person asks to be done about it. */
export type Act =
  | { readonly verdict: 'taken-up'; readonly reason: string }
  | { readonly verdict: 'handed-over'; readonly to: string; readonly reason: string }
  | { readonly verdict: 'put-off'; readonly until: PlainDate; readonly reason: string }
  | { readonly verdict: 'given-back'; readonly reason: string };

/** Everybody else who has the permission for it. Whether they may see the child is asked when one is chosen. */
export function possibleHolders(
  all: AllWork,
  { kind }: Work,
  me: string,
  people: readonly PersonWithRoles[],
): readonly PersonWithRoles[] {
  return people.filter(({ personId, roles }) => personId !== me && mayDoWork(all, roles, kind));
}

function cannotTake(name: string): WellplacedError {
  return new WellplacedError(
    'cannot-take-over',
    `${name} cannot take it over: it does not wait for them, because of their roles or because they may not see what it is about.`,
    'Choose somebody else.',
  );
}

/** The request as another person would look. */
function lookingAs(
  { council, today, now, wholeGround, whole }: PageRequest,
  person: Person,
  narrowed: ActingOnWork['narrowed'],
): Looking {
  const ground = narrowed(wholeGround, person, now);
  const { read } = boundTo(ground, () => ({
    authority: council.code,
    actor: person.name,
    reason: '',
  }));
  return { council, person, today, now, ground, wholeGround, read, whole };
}

/** Throws unless the work waits for the person too, as they see the records. */
async function checkMayTakeOver(
  all: ActingOnWork,
  request: PageRequest,
  { kind, key }: Work,
  to: string,
): Promise<void> {
  const people = await request.whole.read<TaskTables, readonly PersonWithRoles[]>(peopleWithRoles);
  const person = people.find(({ personId }) => personId === to);
  if (person === undefined) throw cannotTake('That person');
  const theirs = lookingAs(request, person, all.narrowed);
  if ((await loadOneWork(all, theirs, kind.id, key)) === undefined) throw cannotTake(person.name);
}

function wordFor(act: Act, me: string): NewWord {
  const { verdict, reason } = act;
  switch (act.verdict) {
    case 'handed-over':
      return { verdict, holderId: act.to, reason };
    case 'put-off':
      return { verdict, holderId: me, until: act.until, reason };
    case 'taken-up':
      return { verdict, holderId: me, reason };
    case 'given-back':
      return { verdict, holderId: null, reason };
  }
}

/**
 * Stores what a person says about work that waits for them. Throws a WellplacedError when it cannot
 * be put off so long, when whoever is to take it over may not do it, and `DecidedMeanwhile`.
 */
export async function actOnWork(
  all: ActingOnWork,
  request: PageRequest,
  { work, number }: Seen,
  act: Act,
): Promise<void> {
  if (act.verdict === 'put-off') checkPutOff(work, act.until, request.today);
  if (act.verdict === 'handed-over') await checkMayTakeOver(all, request, work, act.to);
  const word = wordFor(act, request.person.personId);
  // The whole of the records: a word that the person may not read is still the latest.
  await request.whole.change<TaskTables, void>(act.reason, async (tx, by) => {
    if (word.holderId !== null) {
      await holdPeople(tx, [word.holderId]);
      const people = await peopleWithRoles(tx);
      const holder = people.find(({ personId }) => personId === word.holderId);
      const hiddenFrom = await all.hiddenFrom(tx.over(), request.now);
      const hides = work.childId !== undefined && hiddenFrom(work.childId, word.holderId);
      if (holder === undefined || hides || !mayDoWork(all, holder.roles, work.kind)) {
        throw cannotTake(holder?.name ?? 'That person');
      }
    }
    await sayOfWork(tx, work, number, word, by);
  });
}
