import { createHash } from 'node:crypto';

/** An entry as the chain sees it; hashes in hexadecimal. */
export interface ChainedEntry {
  readonly id: string;
  /** Its place in the chain, from 1. */
  readonly seq: number;
  /** What the hash is taken of, beside the hash before. */
  readonly text: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** An entry's place and hash: of the last one as the database has it, or of one noted elsewhere. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** The first place at which the chain does not hold. */
export interface ChainBreak {
  /** The place of the entry that is wrong or missing. */
  readonly seq: number;
  /** One sentence: what is wrong there. */
  readonly what: string;
}

/** What was found: how far the chain holds, and where it stops holding. */
export interface ChainCheck {
  /** How many entries hold, from the first. */
  readonly entries: number;
  /** The hash of the last that holds. Noted elsewhere, it proves later that nothing up to here was replaced. */
  readonly hash: string;
  readonly broken: ChainBreak | undefined;
}

/** The hash before the first entry. */
const BEFORE_THE_FIRST = '0'.repeat(64);

function hashOf(previous: string, text: string): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex');
}

function breakAt(entry: ChainedEntry, due: number, previous: string): string | undefined {
  if (entry.seq < due) return `There is a second entry ${entry.seq}, ${entry.id}.`;
  if (entry.seq > due) {
    const last = entry.seq - 1;
    return last === due ? `Entry ${due} is missing.` : `Entries ${due} to ${last} are missing.`;
  }
  if (entry.previousHash !== previous) {
    const isFirst = due === 1;
    return isFirst
      ? `Entry 1, ${entry.id}, is not the first that was written.`
      : `Entry ${due}, ${entry.id}, does not follow on entry ${due - 1}: one of the two was replaced.`;
  }
  if (entry.hash !== hashOf(previous, entry.text)) {
    return `Entry ${due}, ${entry.id}, was changed after it was written.`;
  }
  return undefined;
}

function breakAtNote(check: ChainCheck, noted: readonly ChainHead[]): ChainBreak | undefined {
  const { entries: seq, hash } = check;
  if (noted.every((note) => note.seq !== seq || note.hash === hash)) return undefined;
  const what = `Entry ${seq} is not the one whose hash was noted: the trail was rewritten.`;
  return { seq, what };
}

/** A note of an entry that never came proves that the end was cut off. */
function breakBeforeNote(
  { entries }: ChainCheck,
  noted: readonly ChainHead[],
): ChainBreak | undefined {
  const furthest = Math.max(0, ...noted.map(({ seq }) => seq));
  if (furthest <= entries) return undefined;
  const what = `Entry ${furthest} was noted, and the trail ends with entry ${entries}: its end was cut off.`;
  return { seq: entries + 1, what };
}

/** A council's trail begins with the entry that added it, so an empty one is never whole. */
function breakIfEmpty({ entries }: ChainCheck): ChainBreak | undefined {
  return entries > 0 ? undefined : { seq: 1, what: 'There is no entry at all.' };
}

function breakAtEnd(check: ChainCheck, head: ChainHead | undefined): ChainBreak | undefined {
  const { entries, hash } = check;
  if (head === undefined) {
    return { seq: entries + 1, what: 'The record of the last entry is missing.' };
  }
  if (head.seq > entries) {
    const missing = head.seq === entries + 1 ? `entry ${head.seq}` : `entries to ${head.seq}`;
    return { seq: entries + 1, what: `The end is missing: after entry ${entries}, ${missing}.` };
  }
  if (head.seq < entries) {
    return { seq: head.seq + 1, what: `Entries after ${head.seq} were added past the end.` };
  }
  if (head.hash === hash) return undefined;
  return {
    seq: entries,
    what: `Entry ${entries}, the last, is not the one that was written last.`,
  };
}

/**
 * Proves a council's chain from its first entry to its head: no entry changed, removed, inserted,
 * moved or cut from the end. Entries come in the order of their places. The head of a council whose
 * trail is there is never undefined, and it has one entry at least. With places and hashes noted
 * earlier, elsewhere, it also shows whether everything up to there was replaced by a new chain that
 * holds, or ends before; without them, whoever owns the database could have replaced any of it.
 */
export async function checkChain(
  entries: AsyncIterable<ChainedEntry>,
  head: ChainHead | undefined,
  noted: readonly ChainHead[] = [],
): Promise<ChainCheck> {
  let checked: ChainCheck = { entries: 0, hash: BEFORE_THE_FIRST, broken: undefined };
  for await (const entry of entries) {
    const due = checked.entries + 1;
    const what = breakAt(entry, due, checked.hash);
    if (what !== undefined) return { ...checked, broken: { seq: Math.min(due, entry.seq), what } };
    const next: ChainCheck = { entries: due, hash: entry.hash, broken: undefined };
    const rewritten = breakAtNote(next, noted);
    if (rewritten !== undefined) return { ...checked, broken: rewritten };
    checked = next;
  }
  const broken = breakAtEnd(checked, head) ?? breakBeforeNote(checked, noted);
  return { ...checked, broken: broken ?? breakIfEmpty(checked) };
}
