import { verifyChain } from '../../platform/audit/verify-chain.ts';
import { scheduleChecks } from '../../platform/schedule/standing.ts';
import { type Diagnosis, well } from '../../platform/wing/diagnosis.ts';
import type { House } from '../../platform/wing/house.ts';
import { SCHEDULE, WINGS } from '../../web/whole.ts';

async function lookAtTrail({ ground }: House, code: string): Promise<Diagnosis> {
  const { broken, entries } = await verifyChain(ground, code);
  if (broken === undefined) {
    const counted = entries.toLocaleString('en-GB');
    return well(`${code}: the audit trail holds, ${counted} entries (compared with no note).`);
  }
  return {
    state: 'wrong',
    what: `${code}: the audit trail is broken. ${broken.what}`,
    remedy:
      'Somebody with rights over the database changed it. Keep a copy as it is, and compare with the last backup.',
  };
}

async function lookAtCouncil(house: House, code: string): Promise<Diagnosis[]> {
  const diagnoses: Diagnosis[] = [];
  for (const { checks } of WINGS) diagnoses.push(...((await checks?.(house, code)) ?? []));
  const schedule = await scheduleChecks(house, code, SCHEDULE);
  return [...diagnoses, ...schedule, await lookAtTrail(house, code)];
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
