import { type PersonWithRoles, peopleWithRoles } from '../identity/people-who-may.ts';
import type { AnyPermissions } from '../permission/permissions.ts';
import type { HeldRoles } from '../permission/roles.ts';
import type { HiddenFrom, LoadHiddenFrom } from './hidden-from.ts';
import { byDue, type LatestWord, type Work, workOf } from './rules.ts';
import { latestWords, subjectOf } from './said.ts';
import type { TaskTables } from './task-tables.ts';
import type { KnownKind, Looking, Waiting } from './waiting.ts';

/** What the wings declare, and who may do what. */
export interface AllWork {
  readonly kinds: readonly KnownKind[];
  readonly permissions: AnyPermissions;
  readonly hiddenFrom: LoadHiddenFrom;
}

/** Notes what went wrong for whoever runs the service, and gives the reference of the note. */
export type Noting = (error: unknown) => string;

/** A kind whose waiting work could not be read. */
export interface Unread {
  readonly kind: KnownKind;
  readonly reference: string;
}

/** Everything that waits and that the person may do, by due day, whosever it is; and what could not be read. */
export interface WorkFound {
  readonly work: readonly Work[];
  readonly unread: readonly Unread[];
}

/** Whether whoever has the roles may do work of the kind, and take it up at all. */
export function mayDoWork(
  { permissions }: Pick<AllWork, 'permissions'>,
  roles: HeldRoles,
  { permission }: Pick<KnownKind, 'permission'>,
): boolean {
  return permissions.mayDo(roles, 'take up work') && permissions.mayDo(roles, permission);
}

/** The kinds of work that the person may do. */
export function kindsFor(all: AllWork, { person }: Pick<Looking, 'person'>): KnownKind[] {
  return all.kinds.filter((kind) => mayDoWork(all, person.roles, kind));
}

interface Around {
  readonly words: ReadonlyMap<string, LatestWord>;
  readonly people: readonly PersonWithRoles[];
  readonly hiddenFrom: HiddenFrom;
}

/** Of the whole of the records: a word that the person may not read counts all the same. */
function loadAround(
  all: AllWork,
  { now, whole }: Looking,
  kinds: readonly KnownKind[],
): Promise<Around> {
  return whole.read<TaskTables, Around>(async (tx) => ({
    words: await latestWords(tx, kinds),
    people: await peopleWithRoles(tx),
    hiddenFrom: await all.hiddenFrom(tx.over(), now),
  }));
}

function worksOf(
  kind: KnownKind,
  waiting: readonly Waiting[],
  { words, people, hiddenFrom }: Around,
  all: AllWork,
  { person, today }: Looking,
): Work[] {
  const may = new Map(
    people.filter(({ roles }) => mayDoWork(all, roles, kind)).map((each) => [each.personId, each]),
  );
  const around = { personId: person.personId, may, hiddenFrom, today };
  return waiting.map((each) => workOf(kind, each, words.get(subjectOf(kind, each.key)), around));
}

/** Looks for all work that the person may do. What cannot be read of one kind keeps no other from the page. */
export async function loadWork(
  all: AllWork,
  looking: Looking,
  note: Noting,
  only?: string,
): Promise<WorkFound> {
  const kinds = kindsFor(all, looking).filter(({ id }) => only === undefined || id === only);
  if (kinds.length === 0) return { work: [], unread: [] };
  const around = await loadAround(all, looking, kinds);
  const work: Work[] = [];
  const unread: Unread[] = [];
  for (const kind of kinds) {
    try {
      work.push(...worksOf(kind, await kind.waits(looking), around, all, looking));
    } catch (error) {
      unread.push({ kind, reference: note(error) });
    }
  }
  return { work: work.sort(byDue), unread };
}

/** One piece of work as it stands for the person; undefined when it does not wait, or not for them. */
export async function loadOneWork(
  all: AllWork,
  looking: Looking,
  kindId: string,
  key: string,
): Promise<Work | undefined> {
  const kind = kindsFor(all, looking).find(({ id }) => id === kindId);
  if (kind === undefined) return undefined;
  const waiting = (await kind.waits(looking)).filter((each) => each.key === key);
  return worksOf(kind, waiting, await loadAround(all, looking, [kind]), all, looking)[0];
}
