import { isWeekend, mondayOnOrAfter, type PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../database/ground.ts';
import type { HowOften, TaskTables } from '../task-tables.ts';

type Transaction = CouncilTransaction<TaskTables>;

/** How often the person wants to be sent what waits; nothing is sent to who has not chosen. */
export async function chosenBy(tx: Transaction, personId: string): Promise<HowOften> {
  const row = await tx.db
    .selectFrom('digest_choice')
    .select('how_often')
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.how_often ?? 'none';
}

/** Everybody’s choice, by the person’s id. */
export async function choices(tx: Transaction): Promise<ReadonlyMap<string, HowOften>> {
  const rows = await tx.db
    .selectFrom('digest_choice')
    .select(['person_id', 'how_often'])
    .where('authority_id', '=', tx.authority)
    .execute();
  return new Map(rows.map(({ person_id: id, how_often: howOften }) => [id, howOften]));
}

/** Stores the person’s choice. */
export async function choose(
  tx: Transaction,
  personId: string,
  howOften: HowOften,
  now: Date,
): Promise<void> {
  const added = await tx.insertMany(
    'digest_choice',
    ['person_id', 'how_often', 'chosen_at'],
    [[personId, howOften, now]],
    { onConflict: 'ignore' },
  );
  if (added > 0) return;
  await tx.db
    .updateTable('digest_choice')
    .set({ how_often: howOften, chosen_at: now })
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .execute();
}

/** Whether a digest is sent on the day: each day from Monday to Friday, or each Monday. */
export function isSentOn(howOften: HowOften, day: PlainDate): boolean {
  if (howOften === 'daily') return !isWeekend(day);
  return howOften === 'weekly' && mondayOnOrAfter(day) === day;
}
