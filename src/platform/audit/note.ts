import { readFile } from 'node:fs/promises';
import { WellplacedError } from '../../core/errors.ts';
import type { Ground } from '../database/ground.ts';
import { chainHead } from './chain-head.ts';
import type { ChainHead } from './check-chain.ts';

/** The last entry of a council's trail at a moment, to be kept where nobody who could rewrite the trail reaches. */
export interface AuditNote extends ChainHead {
  readonly authority: string;
  /** When it was noted, in ISO form. */
  readonly at: string;
}

/** `NUMBER:HASH`, as `audit verify` prints and takes it. */
const MARK = /^(\d{1,15}):([0-9a-f]{64})$/i;
const LINE = /^(\S+) (\d{1,15}:[0-9a-f]{64}) (\S+)$/i;

/** A note as one line, which `readNotes` reads. */
export function noteLine({ authority, seq, hash, at }: AuditNote): string {
  return `${authority} ${seq}:${hash} ${at}`;
}

/** Reads `NUMBER:HASH`; undefined for anything else. Entries are numbered from 1. */
export function readMark(text: string): ChainHead | undefined {
  const [, seq, hash] = MARK.exec(text.trim()) ?? [];
  if (seq === undefined || hash === undefined || Number(seq) === 0) return undefined;
  return { seq: Number(seq), hash: hash.toLowerCase() };
}

function fromJson(text: string): AuditNote | undefined {
  try {
    const { authority, entry, hash, at } = JSON.parse(text);
    const mark = readMark(`${entry}:${hash}`);
    return mark && { authority: String(authority ?? ''), at: String(at), ...mark };
  } catch {
    return undefined;
  }
}

function fromLine(line: string): AuditNote | undefined {
  if (line.startsWith('{')) return fromJson(line);
  const [, authority = '', text = '', at = ''] = LINE.exec(line) ?? [];
  const mark = readMark(text);
  return mark && { authority, at, ...mark };
}

/**
 * The notes in a file as `audit note` writes it, with or without `--json`, one a line. Throws
 * `bad-note` when a line is none, or when there is none at all: what proves nothing must not pass.
 */
export async function readNotes(file: string): Promise<readonly AuditNote[]> {
  const bad = (message: string, cause?: unknown) =>
    new WellplacedError(
      'bad-note',
      message,
      'Give NUMBER:HASH, the number from 1 and the hash of 64 characters, or a file of lines as "wellplaced audit note" writes them.',
      { cause },
    );
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw bad(`--noted is "${file}", which is neither NUMBER:HASH nor a file to be read.`, error);
  });
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const notes = lines.flatMap((line, at) => {
    if (line === '') return [];
    const note = fromLine(line);
    if (note === undefined) throw bad(`Line ${at + 1} of ${file} is no note: "${line}".`);
    return [note];
  });
  if (notes.length === 0) throw bad(`${file} holds no note.`);
  return notes;
}

/** A note of a council's trail as it is now. Throws `nothing-to-note` when it has no entry, or its last is not the one that was written last. */
export function noteOf(ground: Ground, authority: string, now: Date): Promise<AuditNote> {
  return ground.read<unknown, AuditNote>(authority, async (tx) => {
    const head = await chainHead(tx);
    const [last] = await tx.rows(
      `select encode(hash, 'hex') from audit_entry where authority_id = $1 and seq = $2`,
      [authority, head?.seq ?? 0],
    );
    if (head !== undefined && last?.[0] === head.hash) {
      return { authority, at: now.toISOString(), ...head };
    }
    throw new WellplacedError(
      'nothing-to-note',
      `The audit trail of ${authority} has no last entry to note.`,
      'Run "wellplaced audit verify": it says what is wrong with it.',
    );
  });
}
