import { verifyChain } from '../../platform/audit/verify-chain.ts';
import type { RecordsTables } from '../../records/storage/records-tables.ts';
import type { House } from '../../web/house.ts';
import { type Diagnosis, well } from './diagnosis.ts';

const HOUR = 3_600_000;

/** Imports that have neither ended nor begun for an hour. */
async function stuckImports({ ground, now }: House, council: string): Promise<number> {
  const since = new Date(now().getTime() - HOUR);
  return ground.read<RecordsTables, number>(council, async (tx) => {
    const { number } = await tx.db
      .selectFrom('import')
      .select((select) => select.fn.countAll<number>().as('number'))
      .where('authority_id', '=', council)
      .where('status', 'in', ['receiving', 'queued', 'running'])
      .where('requested_at', '<', since)
      .executeTakeFirstOrThrow();
    return number;
  });
}

async function lookAtCouncil(house: House, code: string): Promise<Diagnosis[]> {
  const stuck = await stuckImports(house, code);
  const { broken, entries } = await verifyChain(house.ground, code);
  return [
    stuck === 0
      ? well(`${code}: no import is left unfinished.`)
      : {
          state: 'look',
          what: `${code}: ${stuck} of its imports have not ended for an hour.`,
          remedy: 'See that "wellplaced serve" or "wellplaced work" runs: it takes them up again.',
        },
    broken === undefined
      ? well(
          `${code}: the audit trail holds, ${entries.toLocaleString('en-GB')} entries (compared with no note).`,
        )
      : {
          state: 'wrong',
          what: `${code}: the audit trail is broken. ${broken.what}`,
          remedy:
            'Somebody with rights over the database changed it. Keep a copy as it is, and compare with the last backup.',
        },
  ];
}

/** What each council's records say. */
export async function lookAtCouncils(house: House): Promise<Diagnosis[]> {
  const councils = await house.ground.authorities();
  if (councils.length === 0) {
    const what = 'There is no council in the database, so no audit trail was looked at.';
    const remedy = 'Add one (wellplaced council CODE), or see that this is the database meant.';
    return [{ state: 'look', what, remedy }];
  }
  const diagnoses: Diagnosis[] = [];
  for (const { code } of councils) diagnoses.push(...(await lookAtCouncil(house, code)));
  return diagnoses;
}
