import { addDays } from '../../core/plain-date.ts';
import type { Acting, CouncilTransaction } from '../../platform/database/ground.ts';
import { actingAs } from '../../platform/http/acting.ts';
import {
  type DemonstrationPerson,
  demonstrationPeople,
} from '../../platform/identity/demonstration/door.ts';
import type { House } from '../../platform/wing/house.ts';
import { decideOnFindings } from '../findings/decide-on-findings.ts';
import { loadFindingsPage } from '../findings/list-findings.ts';
import { RECORDS_PERMISSIONS } from '../permissions.ts';
import { lastSunday } from '../reports/weekly-report/week.ts';
import { openRestrictedChild } from '../restrictions/openings.ts';
import { restrictChild } from '../restrictions/restrict.ts';
import type { RestrictionTables } from '../restrictions/tables.ts';

const CHILDREN = {
  adoption: `place in ('A3', 'A4', 'A5', 'A6')`,
  'staff family': `place in ('U4', 'U6') and place_provider = 'PR1'`,
} as const;

type Transaction = CouncilTransaction<RestrictionTables>;

/** The first child who is in such a placement now. */
async function childIn(tx: Transaction, placement: string): Promise<string> {
  const [row] = await tx.rows(
    `select child_id from episode
     where authority_id = $1 and dec is null and ${placement} order by child_id limit 1`,
    [tx.authority],
  );
  if (row === undefined)
    throw new Error(`the demonstration council has no child with ${placement}`);
  return String(row[0]);
}

/**
 * What the invented people did last week, so that nobody meets an empty page: two children are
 * restricted, one of them was opened last night, and some findings are decided on.
 */
export async function fillWeekOfPeople(
  house: Pick<House, 'ground' | 'today'>,
  authority: string,
): Promise<void> {
  const { ground } = house;
  const people = await demonstrationPeople(ground, authority);
  const named = (name: string): DemonstrationPerson => {
    const person = people.find((each) => each.name === name);
    if (person === undefined) throw new Error(`nobody of the demonstration is called ${name}`);
    return person;
  };
  const doing = (name: string, daysAgo: number, time: string) => ({
    personId: named(name).personId,
    now: new Date(`${addDays(house.today(), -daysAgo)}T${time}:00Z`),
  });
  const by = <Result>(name: string, reason: string, work: (tx: Transaction) => Promise<Result>) =>
    ground.transaction<RestrictionTables, Result>(
      actingAs({ code: authority }, named(name), 'restrict a child', RECORDS_PERMISSIONS)(reason),
      work,
    );

  const adopted = 'Placed for adoption: the new family must not be found through us.';
  await by('Helen Marsh', adopted, async (tx) => {
    const childId = await childIn(tx, CHILDREN.adoption);
    const readers = [named('Owen Blackwood').personId, named('Ruth Adeyemi').personId];
    const asked = { childId, kind: 'adoption', reason: adopted, named: readers } as const;
    await restrictChild(tx, asked, doing('Helen Marsh', 6, '15:20'));
  });
  const family = 'An aunt of the child works in the placements team.';
  const restricted = await by('Owen Blackwood', family, async (tx) => {
    const childId = await childIn(tx, CHILDREN['staff family']);
    const readers = [named('Helen Marsh').personId];
    const asked = { childId, kind: 'staff family', reason: family, named: readers } as const;
    await restrictChild(tx, asked, doing('Owen Blackwood', 3, '09:45'));
    return childId;
  });
  const night = 'Duty call at night: the carer is in hospital and a bed is needed now.';
  await by('Daniel Osei', night, (tx) =>
    openRestrictedChild(tx, restricted, night, doing('Daniel Osei', 1, '22:10')),
  );
  const deciding = (name: string) =>
    actingAs({ code: authority }, named(name), 'decide on findings', RECORDS_PERMISSIONS);
  await decideOnSome(house, authority, deciding);
}

async function decideOnSome(
  { ground, today }: Pick<House, 'ground' | 'today'>,
  authority: string,
  deciding: (name: string) => (reason: string) => Acting,
): Promise<void> {
  const weekEnding = lastSunday(today());
  const { rows } = await loadFindingsPage(ground, authority, {
    filter: {},
    weekEnding,
    order: { key: 'severity', order: 'ascending' },
    page: 1,
  });
  const [mended, accepted] = [rows[0], rows[2]];
  const nobody = { mender: null, mendBy: null } as const;
  if (mended !== undefined) {
    const reason = 'Asked for on Monday; the extract of next week should have it.';
    const mendBy = addDays(today(), 9);
    await decideOnFindings(ground, deciding('Mei Tanaka')(reason), weekEnding, {
      finding: [{ subjectKey: mended.subjectKey, basedOn: 0 }],
      ...{ verdict: 'to-be-mended', reason, mender: 'Placements team', mendBy },
    });
  }
  if (accepted !== undefined) {
    const reason = 'Checked with the social worker and the provider: right as it stands.';
    await decideOnFindings(ground, deciding('Priya Nair')(reason), weekEnding, {
      finding: [{ subjectKey: accepted.subjectKey, basedOn: 0 }],
      ...{ verdict: 'accepted', reason, ...nobody },
    });
  }
}
