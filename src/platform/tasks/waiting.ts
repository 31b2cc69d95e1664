import type { PlainDate } from '../../core/plain-date.ts';
import type { PageRequest } from '../http/route.ts';

/** For whom, on which day and in which records waiting work is looked for: those that the person may see, and the whole for checking. */
export type Looking = Pick<
  PageRequest,
  'council' | 'person' | 'today' | 'now' | 'ground' | 'wholeGround' | 'read' | 'whole'
>;

/** One thing that waits. It is found in the records, and gone when they no longer say so. */
export interface Waiting {
  /** What it is about, among those of its kind: the same as long as the same thing waits. */
  readonly key: string;
  /** In a few words, without a name or identifier of a child: it may stand in a message. */
  readonly title: string;
  /** More of it for the page alone, such as what somebody typed. */
  readonly detail?: string;
  /** The council’s identifier of the child whom it is about, where it is about one. */
  readonly childId?: string;
  /** Why it is theirs, as a sentence: `You are named on this child.` */
  readonly why: string;
  /** The ids of those whose it is; without any it is everybody’s who may do it, until somebody takes it up. */
  readonly owners?: readonly string[];
  readonly due?: PlainDate;
  /** Where it is done. */
  readonly href: string;
}

/** One kind of waiting work, as a wing declares it. */
export interface WaitingKind<Permission extends string = string> {
  /** Within its wing; words that people say about the work are kept under it, so it never changes. */
  readonly name: string;
  readonly inWords: { readonly one: string; readonly several: string };
  /** What one must be allowed to do it; nobody else is shown it or handed it. */
  readonly permission: Permission;
  /** Whether the due day is set by law: then nobody can put it off beyond that day. */
  readonly statutory?: true;
  /** Everything of the kind that the person may see, whosever it is. */
  readonly waits: (looking: Looking) => Promise<readonly Waiting[]>;
}

/** A kind among those of all wings, by an id of its own: `records/review`. */
export type KnownKind = WaitingKind & { readonly id: string };

/** The kinds of a wing among those of all. */
export function kindsOf(wing: string, kinds: readonly WaitingKind[] = []): readonly KnownKind[] {
  return kinds.map((kind) => ({ ...kind, id: `${wing}/${kind.name}` }));
}
