import { beforeAll, expect, test } from 'vitest';
import { fillCareCouncil, TODAY } from '../../../tests/support/care-council.ts';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { fileOf, importFiles } from '../../../tests/support/import-files.ts';
import { addPerson, restrict } from '../../../tests/support/restricted-child.ts';
import { addDays } from '../../core/plain-date.ts';
import type { CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import { boundTo } from '../../platform/http/bound.ts';
import type { Person } from '../../platform/http/route.ts';
import type { Work } from '../../platform/tasks/rules.ts';
import type { WaitingKind } from '../../platform/tasks/waiting.ts';
import { decideOnFindings } from '../findings/decide-on-findings.ts';
import { loadFoundNow } from '../findings/found-now.ts';
import { loadFindings } from '../findings/load-findings.ts';
import { selectedFindings } from '../findings/selected-findings.ts';
import { lastWholeWeek } from '../reports/weekly-report/week.ts';
import { acknowledgeOpening, openRestrictedChild } from '../restrictions/openings.ts';
import { endRestriction } from '../restrictions/restrict.ts';
import { seenBy } from '../restrictions/seen-by.ts';
import { loadOpenings } from '../restrictions/store.ts';
import type { RestrictionTables } from '../restrictions/tables.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { FINDINGS_TO_LOOK_AT } from './findings-to-look-at.ts';
import { FINDINGS_TO_MEND } from './findings-to-mend.ts';
import { REVIEWS_DUE } from './reviews-due.ts';

const NINE = new Date('2021-06-01T09:00:00Z');
const later = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);
const WITHOUT_COST = 'looked-after-without-cost';

describeOnBothDatabases('work that waits, remembered', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let manager: Person;
  let second: Person;
  let officer: Person;
  let reviewer: Person;

  beforeAll(async () => {
    ground = await open();
    await fillCareCouncil(ground);
    manager = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
    second = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    officer = await addPerson(ground, 'A', 'Priya Nair', 'Placements officer');
    reviewer = await addPerson(ground, 'A', 'Ruth Adeyemi', 'Independent reviewing officer');
  });

  async function waiting(
    kind: WaitingKind,
    person: Person,
    { now = NINE, today = TODAY } = {},
  ): Promise<readonly Omit<Work, 'kind'>[]> {
    const seen = seenBy(ground, person, now);
    const acting = (reason: string) => ({ authority: 'A', actor: person.name, reason });
    const council = { code: 'A', name: 'Wensbury Council' };
    const looking = { council, person, today, now, ground: seen, wholeGround: ground };
    const bound = { read: boundTo(seen, acting).read, whole: boundTo(ground, acting) };
    return (await kind.waits({ ...looking, ...bound })) as readonly Omit<Work, 'kind'>[];
  }

  const reviews = async (person: Person, at = {}) =>
    (await waiting(REVIEWS_DUE, person, at)).map(({ childId }) => childId);

  async function countOf(rule: string, person: Person, at = {}): Promise<number> {
    const all = await waiting(FINDINGS_TO_LOOK_AT, person, at);
    const found = all.find(({ key }) => key.endsWith(`/${rule}`));
    return Number(/\((\d+)\)$/.exec(found?.title ?? '(0)')?.[1]);
  }

  function acting<Result>(
    person: Person,
    work: (tx: CouncilTransaction<RestrictionTables>) => Promise<Result>,
  ): Promise<Result> {
    const by = { authority: 'A', actor: person.name, reason: 'a reason given in a test' };
    return ground.transaction<RestrictionTables, Result>(by, work);
  }

  /** Decides on every open finding of the rule. */
  async function decide(rule: string, mended: boolean): Promise<void> {
    const by = { actor: officer.name, person: { personId: officer.personId, role: null } };
    const roles = officer.roles;
    const week = lastWholeWeek(TODAY);
    await acting(officer, async (over) => {
      const tx = over.over<RecordsTables>();
      const selected = selectedFindings('A', await loadFoundNow(tx, week), { rule });
      const rows = await loadFindings(tx, selected, { key: 'child', order: 'ascending' });
      const finding = rows.map(({ subjectKey, decision }) => ({
        subjectKey,
        basedOn: decision?.number ?? 0,
      }));
      await decideOnFindings(tx, { by, roles, today: TODAY, now: NINE }, week, {
        ...{ finding, reason: 'it was looked into', mender: null },
        ...(mended
          ? { verdict: 'to-be-mended', menderId: officer.personId, mendBy: addDays(TODAY, 7) }
          : { verdict: 'accepted', menderId: null, mendBy: null }),
      });
    });
  }

  test('is the same list until something changes, and moves with the day', async () => {
    const first = await waiting(REVIEWS_DUE, reviewer);
    expect(first.map(({ childId }) => childId)).toEqual(['A300']);
    expect(await waiting(REVIEWS_DUE, reviewer)).toBe(first);
    expect(await reviews(reviewer, { today: addDays(TODAY, 130) })).toEqual(['A100']);
    expect(await waiting(REVIEWS_DUE, reviewer)).toBe(first);
  });

  test('leaves out a child restricted a moment ago, and has the child back for the hour of an opening', async () => {
    const before = await countOf(WITHOUT_COST, officer);
    expect(await reviews(officer)).toEqual(['A300']);
    await restrict(ground, 'A', 'A300', [manager, second]);
    expect([await reviews(reviewer), await reviews(manager)]).toEqual([[], ['A300']]);
    expect(await countOf(WITHOUT_COST, officer)).toBe(before - 1);
    expect(await countOf(WITHOUT_COST, manager)).toBe(before);
    await acting(reviewer, (tx) =>
      openRestrictedChild(tx, 'A300', 'the police rang about the child', {
        personId: reviewer.personId,
        now: NINE,
      }),
    );
    expect(await reviews(reviewer, { now: later(59) })).toEqual(['A300']);
    expect(await reviews(officer, { now: later(59) })).toEqual([]);
    expect(await reviews(reviewer, { now: later(60) })).toEqual([]);
    expect(await countOf(WITHOUT_COST, reviewer, { now: later(60) })).toBe(before - 1);
  });

  test('has the child back for everybody when the restriction ends, and loses the child when it comes again', async () => {
    const who = { personId: manager.personId, now: later(61) };
    await acting(manager, async (tx) => {
      const [opening] = await loadOpenings(tx, 'A300');
      await acknowledgeOpening(tx, 'A300', opening?.openingId ?? '', who);
      await endRestriction(tx, 'A300', who);
    });
    expect(await reviews(reviewer, { now: later(62) })).toEqual(['A300']);
    await restrict(ground, 'A', 'A300', [manager, second]);
    expect(await reviews(reviewer, { now: later(62) })).toEqual([]);
    await acting(manager, (tx) => endRestriction(tx, 'A300', who));
    expect(await reviews(reviewer, { now: later(62) })).toEqual(['A300']);
  });

  test('follows a decision at once', async () => {
    const rule = 'cost-after-placement-ended';
    expect(await countOf(rule, officer)).toBeGreaterThan(0);
    expect(await waiting(FINDINGS_TO_MEND, officer)).toEqual([]);
    await decide(rule, true);
    expect(await countOf(rule, officer)).toBe(0);
    const toMend = await waiting(FINDINGS_TO_MEND, officer);
    expect(toMend.map(({ owners }) => owners)).toEqual([[officer.personId]]);
    expect(await countOf(WITHOUT_COST, officer)).toBeGreaterThan(0);
    await decide(WITHOUT_COST, false);
    expect(await countOf(WITHOUT_COST, officer)).toBe(0);
    expect(await waiting(FINDINGS_TO_MEND, officer)).toEqual(toMend);
  });

  test('follows an import at once', async () => {
    const reviewed = 'CHILD,DOB,REVIEW,REVIEW_CODE\nA300,,28/05/2021,PN1\n';
    await importFiles(ground, 'A', [fileOf('2022/reviews.csv', reviewed)]);
    expect(await reviews(reviewer)).not.toContain('A300');
  });
});
