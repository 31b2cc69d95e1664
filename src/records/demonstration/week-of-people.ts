import { addDays } from '../../core/plain-date.ts';
import { addAttachment } from '../../platform/cases/attachments.ts';
import type { CaseTables } from '../../platform/cases/case.ts';
import { writeNote } from '../../platform/cases/notes.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { actingAs } from '../../platform/http/acting.ts';
import {
  type DemonstrationPerson,
  demonstrationPeople,
} from '../../platform/identity/demonstration/door.ts';
import type { House } from '../../platform/wing/house.ts';
import { type DecisionOnFindings, decideOnFindings } from '../findings/decide-on-findings.ts';
import { FINDING_CASE } from '../findings/finding-case.ts';
import type { FindingRow } from '../findings/finding-row.ts';
import { loadFindingsPage } from '../findings/list-findings.ts';
import { RECORDS_PERMISSIONS } from '../permissions.ts';
import { lastWholeWeek } from '../reports/weekly-report/week.ts';
import { openRestrictedChild } from '../restrictions/openings.ts';
import { restrictChild } from '../restrictions/restrict.ts';
import { seenByNobodyNamed } from '../restrictions/seen-by.ts';
import type { RestrictionTables } from '../restrictions/tables.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

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
  house: Pick<House, 'ground' | 'now' | 'today'>,
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
  await decideOnSome(house, authority, named);
}

async function decideOnSome(
  { ground, now, today }: Pick<House, 'ground' | 'now' | 'today'>,
  authority: string,
  named: (name: string) => DemonstrationPerson,
): Promise<void> {
  const week = lastWholeWeek(today());
  const seen = seenByNobodyNamed(ground);
  const { rows } = await seen.read(authority, (tx: CouncilTransaction<RecordsTables>) =>
    loadFindingsPage(tx, {
      filter: {},
      week,
      order: { key: 'severity', order: 'ascending' },
      page: 1,
      pageSize: 50,
    }),
  );
  const decides = async (
    name: string,
    row: FindingRow | undefined,
    decision: Omit<DecisionOnFindings, 'finding'>,
  ) => {
    if (row === undefined) return;
    const person = named(name);
    const acting = actingAs({ code: authority }, person, 'decide on findings', RECORDS_PERMISSIONS);
    const by = acting(decision.reason);
    const finding = [{ subjectKey: row.subjectKey, basedOn: 0 }];
    await ground.transaction(by, (tx: CouncilTransaction<RecordsTables>) =>
      decideOnFindings(tx, { by, roles: person.roles, today: today(), now: now() }, week, {
        ...decision,
        finding,
      }),
    );
  };
  const first = rows[0];
  await decides('Mei Tanaka', first, {
    verdict: 'to-be-mended',
    reason: 'Asked for on Monday; the extract of next week should have it.',
    mender: null,
    menderId: named('Priya Nair').personId,
    mendBy: addDays(today(), 9),
  });
  await decides('Priya Nair', rows[2], {
    verdict: 'accepted',
    reason: 'Checked with the social worker and the provider: right as it stands.',
    mender: null,
    menderId: null,
    mendBy: null,
  });
  if (first !== undefined) await writeOnSome({ ground, today }, authority, named, first);
}

/** A conversation on the case of a finding, and what the provider sent. */
async function writeOnSome(
  { ground, today }: Pick<House, 'ground' | 'today'>,
  authority: string,
  named: (name: string) => DemonstrationPerson,
  { subjectKey, childId }: FindingRow,
): Promise<void> {
  const of = { kind: FINDING_CASE, key: subjectKey, childId };
  const on = (name: string, daysAgo: number, time: string) => {
    const acting = actingAs(
      { code: authority },
      named(name),
      'note on findings',
      RECORDS_PERMISSIONS,
    );
    const now = new Date(`${addDays(today(), -daysAgo)}T${time}:00Z`);
    return { of, by: acting('a note on the case'), now };
  };
  const writes = (by: ReturnType<typeof on>, text: string) =>
    ground.transaction(by.by, (tx: CouncilTransaction<CaseTables>) =>
      writeNote(tx, by, { text, corrects: null }),
    );
  await writes(
    on('Mei Tanaka', 4, '09:12'),
    'Rang the placements team: the record is as it was entered. They look it up in the contract.',
  );
  await writes(
    on('Priya Nair', 3, '14:35'),
    'The provider has confirmed by e-mail; the answer is attached.',
  );
  const attaching = on('Priya Nair', 3, '14:37');
  const content = Buffer.from(
    'From: office@provider.example\r\nTo: placements@council.example\r\nSubject: Your question\r\n\r\nWe confirm the dates as you hold them.\r\n',
  );
  await ground.transaction(attaching.by, (tx: CouncilTransaction<CaseTables>) =>
    addAttachment(tx, attaching, {
      name: 'answer of the provider.eml',
      mediaType: 'message/rfc822',
      content,
    }),
  );
}
