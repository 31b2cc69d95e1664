import type { Repair } from './repair.ts';
import { firstDayAfterReturn } from './settle-episodes.ts';

/** How the last episode of one child stands, and which return last named the child. */
export interface LastEpisode {
  readonly childId: string;
  readonly decom: string;
  /** Whether the return that reports it left it open. */
  readonly open: boolean;
  readonly shortBreak: boolean;
  /** The return that reports the episode. */
  readonly returnYear: number;
  /** The newest return that holds an episode of the child. */
  readonly lastNamed: number;
}

/** What a newer return says of children by not naming them. */
export interface GoneChildren {
  /** The newest return that is whole; undefined when there is none. */
  readonly newest: number | undefined;
  /** Those left open by an older return whom the newest whole one does not name. */
  readonly gone: readonly LastEpisode[];
  /** Returns that look like parts, newest first, with how many children they name and how many open ones they do not. */
  readonly partial: readonly {
    readonly returnYear: number;
    readonly named: number;
    readonly missing: number;
  }[];
}

/** A return that names fewer children than this share of those whom it must name looks like a part of one. */
const LEAST_SHARE_NAMED = 1 / 2;
/** With fewer missing than this no share is asked for: a small council may lose half of its children in a year. */
const FEWEST_MISSING_OF_A_PART = 10;

/**
 * The children who are open in an older return and gone from the newest whole one (csc-validator
 * rule 1010: a child open at the end of a year has an episode in the next). `wholeReturns` are the
 * years of which a whole file of episodes was taken; one that names too few, or short breaks alone,
 * is passed over.
 */
export function goneChildren(
  last: readonly LastEpisode[],
  wholeReturns: ReadonlySet<number>,
): GoneChildren {
  const partial: { returnYear: number; named: number; missing: number }[] = [];
  const years = [...wholeReturns].sort((one, other) => other - one);
  for (const returnYear of years) {
    let named = 0;
    const gone: LastEpisode[] = [];
    for (const episode of last) {
      if (episode.lastNamed >= returnYear) named += episode.shortBreak ? 0 : 1;
      else if (episode.open) gone.push(episode);
    }
    if (named === 0) continue;
    const missing = gone.length;
    const few = named < (named + missing) * LEAST_SHARE_NAMED;
    if (!few || missing < FEWEST_MISSING_OF_A_PART) return { newest: returnYear, gone, partial };
    partial.push({ returnYear, named, missing });
  }
  return { newest: undefined, gone: [], partial };
}

/** The end that holds for an episode whose child is gone: that of the last return that named the child, and never before it began. */
export function lastKnownEnd({ lastNamed, decom }: LastEpisode): string {
  const end = firstDayAfterReturn(lastNamed);
  return end > decom ? end : decom;
}

/** What somebody said became of a child who is gone. */
export interface GoneAnswer {
  readonly answer: 'ended' | 'moved' | 'missing';
  /** The first day that is not counted any more, and why (REC); null for one who is missing by mistake. */
  readonly endedOn: string | null;
  readonly rec: string | null;
  /** The newest return that named the child when it was said. */
  readonly lastNamed: number;
  /** The newest whole return when it was said. */
  readonly newest: number;
}

/**
 * Whether an answer is still about what is asked. The child has been named since: no, the return's
 * word goes first. A newer return leaves out a child who was missing by mistake: it is asked again.
 */
export function isAnswered(
  { lastNamed }: LastEpisode,
  newest: number,
  answer: GoneAnswer | undefined,
): answer is GoneAnswer {
  if (answer === undefined || answer.lastNamed !== lastNamed) return false;
  return answer.answer !== 'missing' || answer.newest >= newest;
}

/** The end, and its reason, that hold for the last episode of a child who is gone; `undefined` for the reason as it was reported. */
export function endOfGone(
  last: LastEpisode,
  newest: number,
  answer: GoneAnswer | undefined,
): { readonly dec: string | null; readonly rec: string | undefined } {
  if (!isAnswered(last, newest, answer)) return { dec: lastKnownEnd(last), rec: undefined };
  return { dec: answer.endedOn, rec: answer.rec ?? undefined };
}

/** The entry of that end in the log of repairs. */
export function goneRepair({ childId, decom, returnYear }: LastEpisode, dec: string): Repair {
  const about = { module: 'episodes', childId, recordKey: decom, returnYear } as const;
  return { rule: 'gone-from-newest-return', ...about, before: { DEC: null }, after: { DEC: dec } };
}
