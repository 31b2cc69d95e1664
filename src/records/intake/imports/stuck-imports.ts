import { type Diagnosis, well } from '../../../platform/wing/diagnosis.ts';
import type { House } from '../../../platform/wing/house.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';

const HOUR = 3_600_000;

/** Whether any import has neither ended nor begun for an hour. */
export async function stuckImports(
  { ground, now }: Pick<House, 'ground' | 'now'>,
  council: string,
): Promise<Diagnosis> {
  const since = new Date(now().getTime() - HOUR);
  const stuck = await ground.read<RecordsTables, number>(council, async (tx) => {
    const { number } = await tx.db
      .selectFrom('import')
      .select((select) => select.fn.countAll<number>().as('number'))
      .where('authority_id', '=', council)
      .where('status', 'in', ['receiving', 'queued', 'running'])
      .where('requested_at', '<', since)
      .executeTakeFirstOrThrow();
    return Number(number);
  });
  if (stuck === 0) return well(`${council}: no import is left unfinished.`);
  return {
    state: 'look',
    what: `${council}: ${stuck} of its imports have not ended for an hour.`,
    remedy: 'See that "wellplaced serve" or "wellplaced work" runs: it takes them up again.',
  };
}
