import { oneOrMore } from '../../core/english.ts';
import type { CouncilTransaction, Ground } from '../database/ground.ts';
import { chainHead } from './chain-head.ts';
import { type ChainCheck, type ChainedEntry, type ChainHead, checkChain } from './check-chain.ts';
import { ENTRY_TEXT } from './entry-text.ts';

type Transaction = CouncilTransaction<unknown>;

const AT_ONCE = 2_000;

/** The text is made here from the columns, not by the database's own function, which might have been changed. */
const ENTRIES = `
select entry.audit_entry_id, entry.seq, ${ENTRY_TEXT},
  encode(entry.previous_hash, 'hex'), encode(entry.hash, 'hex')
from audit_entry as entry
where entry.authority_id = $1 and (entry.seq, entry.audit_entry_id) > ($2, $3)
order by entry.seq, entry.audit_entry_id limit ${AT_ONCE}`;

async function* entriesOf(tx: Transaction): AsyncGenerator<ChainedEntry> {
  let last: readonly unknown[] = [-1, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = await tx.rows(ENTRIES, [tx.authority, ...last]);
    for (const [id, seq, text, previousHash, hash] of rows) {
      yield {
        id: String(id),
        seq: Number(seq),
        text: String(text),
        previousHash: String(previousHash),
        hash: String(hash),
      };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < AT_ONCE) return;
    last = [end[1], end[0]];
  }
}

async function outsideChain(tx: Transaction): Promise<number> {
  const [row] = await tx.rows(
    'select count(*) from audit_entry where authority_id = $1 and seq is null',
    [tx.authority],
  );
  return Number(row?.[0]);
}

/** Proves the audit trail of a council, as of one moment, or finds its first break; `noted` as in checkChain. */
export function verifyChain(
  ground: Ground,
  authority: string,
  noted: readonly ChainHead[] = [],
): Promise<ChainCheck> {
  return ground.read<unknown, ChainCheck>(authority, async (tx) => {
    const check = await checkChain(entriesOf(tx), await chainHead(tx), noted);
    const outside = await outsideChain(tx);
    if (check.broken !== undefined || outside === 0) return check;
    const what = `${outside} ${oneOrMore(outside, 'entry stands', 'entries stand')} outside the chain.`;
    return { ...check, broken: { seq: check.entries + 1, what } };
  });
}
