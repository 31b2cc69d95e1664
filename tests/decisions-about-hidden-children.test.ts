import { beforeAll, expect, it } from 'vitest';
import { isoDate } from '../src/core/plain-date.ts';
import type { CouncilTransaction, Ground } from '../src/platform/database/ground.ts';
import { DecidedMeanwhile } from '../src/platform/decisions/decide.ts';
import { actingAs } from '../src/platform/http/acting.ts';
import type { Person } from '../src/platform/http/route.ts';
import type { IdentityTables } from '../src/platform/identity/identity-tables.ts';
import { endAccess } from '../src/platform/identity/leaving/leave.ts';
import { ActionRefused } from '../src/platform/workflow/judge.ts';
import {
  type DecisionOnFindings,
  decideOnFindings,
  loadHistory,
  loadMenders,
} from '../src/records/findings/decide-on-findings.ts';
import { loadFindingsPage } from '../src/records/findings/list-findings.ts';
import { weekEndingOn } from '../src/records/reports/weekly-report/week.ts';
import type { RecordsTables } from '../src/records/storage/records-tables.ts';
import { HOLDINGS, narrowed, PERMISSIONS } from '../src/web/whole.ts';
import { fillCareCouncil } from './support/care-council.ts';
import { ALL_MIGRATIONS, describeOnBothDatabases } from './support/databases.ts';
import { addPerson, restrict } from './support/restricted-child.ts';

const TODAY = isoDate('2021-06-01');
const WEEK = weekEndingOn(isoDate('2021-05-30'));
const NOW = new Date('2021-06-01T12:00:00Z');
/** Restricted to Owen, Helen and Tom; Priya and Nadia see every other child. */
const HIDDEN = 'A500';

type Transaction = CouncilTransaction<RecordsTables>;

describeOnBothDatabases('findings where a child is hidden', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let owen: Person;
  let helen: Person;
  let tom: Person;
  let priya: Person;
  let nadia: Person;
  beforeAll(async () => {
    ground = await open();
    await fillCareCouncil(ground);
    owen = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
    helen = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    tom = await addPerson(ground, 'A', 'Tom Ellis', 'Social work team manager');
    priya = await addPerson(ground, 'A', 'Priya Nair', 'Placements officer');
    nadia = await addPerson(ground, 'A', 'Nadia Rahman', 'Data officer');
    await restrict(ground, 'A', HIDDEN, [owen, helen, tom]);
  });

  const as = (person: Person) => narrowed(ground, person, NOW);
  /** The findings about the child, as the person sees them. */
  const about = (person: Person, child: string) =>
    as(person).read('A', async (tx: Transaction) => {
      const order = { key: 'severity', order: 'ascending' } as const;
      const by = {
        filter: { child, state: 'all' } as const,
        week: WEEK,
        order,
        page: 1,
        pageSize: 100,
      };
      return (await loadFindingsPage(tx, by)).rows;
    });
  const decides = (
    person: Person,
    finding: DecisionOnFindings['finding'],
    decision: Partial<DecisionOnFindings>,
  ) => {
    const acting = actingAs({ code: 'A' }, person, 'decide on findings', PERMISSIONS);
    const whole = {
      verdict: 'accepted',
      reason: 'as it is',
      mender: null,
      menderId: null,
      mendBy: null,
    } as const;
    const by = acting(decision.reason ?? whole.reason);
    return as(person).transaction<RecordsTables, void>(by, (tx) =>
      decideOnFindings(tx, { by, roles: person.roles, today: TODAY, now: NOW }, WEEK, {
        ...whole,
        ...decision,
        finding,
      }),
    );
  };
  const mending = (person: Person) =>
    ({ verdict: 'to-be-mended', menderId: person.personId, mendBy: TODAY }) as const;
  const history = (person: Person, subjectKey: string) =>
    as(person).read('A', (tx: Transaction) => loadHistory(tx, subjectKey));

  it('are mended by nobody from whom the child is hidden, neither offered nor forged', async () => {
    const [finding] = await about(owen, HIDDEN);
    const [other] = await about(owen, 'A300');
    if (finding === undefined || other === undefined) throw new Error('nothing was found');
    const offered = (rows: readonly { readonly childId: string | null }[]) =>
      as(owen).read('A', async (tx: Transaction) =>
        (await loadMenders(tx, rows, NOW)).map(({ name }) => name),
      );
    expect(await offered([other])).toEqual(
      expect.arrayContaining(['Priya Nair', 'Owen Blackwood']),
    );
    expect(await offered([other, finding])).not.toContain('Priya Nair');
    expect(await offered([other, finding])).toContain('Owen Blackwood');
    const both = [finding, other].map(({ subjectKey }) => ({ subjectKey, basedOn: 0 }));
    await expect(decides(owen, both, mending(priya))).rejects.toThrow(ActionRefused);
    expect(await history(owen, other.subjectKey)).toEqual([]);
    await decides(owen, both, mending(tom));
    expect((await history(owen, finding.subjectKey))[0]?.menderId).toBe(tom.personId);
  });

  it('are decided on again where the latest decision names a hidden child, and two at once still are not', async () => {
    const finding = (await about(priya, 'A300'))[0];
    if (finding === undefined) throw new Error('nothing was found');
    const seen = async (person: Person) => [
      {
        subjectKey: finding.subjectKey,
        basedOn: (await history(person, finding.subjectKey))[0]?.number ?? 0,
      },
    ];
    await decides(owen, await seen(owen), { reason: `the sibling ${HIDDEN} has the same` });
    await decides(owen, await seen(owen), { verdict: 'reopened', reason: `not as ${HIDDEN}` });
    const before = await seen(priya);
    expect(before[0]?.basedOn).toBeLessThan((await seen(owen))[0]?.basedOn ?? 0);
    await decides(priya, before, { reason: 'checked with the provider' });
    const [latest] = await history(owen, finding.subjectKey);
    expect([latest?.decidedBy, latest?.reason]).toEqual([
      'Priya Nair',
      'checked with the provider',
    ]);
    await expect(decides(nadia, before, { verdict: 'reopened' })).rejects.toThrow(DecidedMeanwhile);
    await expect(decides(priya, before, { verdict: 'reopened' })).rejects.toThrow(DecidedMeanwhile);
    await decides(nadia, await seen(nadia), { verdict: 'reopened', reason: 'in one order' });
    const told = (await history(nadia, finding.subjectKey)).map(({ reason }) => reason);
    expect(told.slice(0, 2)).toEqual(['in one order', 'checked with the provider']);
    expect(JSON.stringify(told)).not.toContain(HIDDEN);
  });

  it('are open again when whoever mends them leaves and the other may not see the child', async () => {
    const [finding] = await about(owen, HIDDEN);
    const [other] = await about(owen, 'A300');
    await decides(
      owen,
      [{ subjectKey: other?.subjectKey ?? '', basedOn: other?.decision?.number ?? 0 }],
      mending(tom),
    );
    const joan = await addPerson(ground, 'A', 'Joan Blake', 'Administrator');
    const ama = await addPerson(ground, 'A', 'Ama Serwah', 'Social work team manager');
    const acting = { authority: 'A', actor: joan.name, reason: 'last day' };
    const ending = { personId: tom.personId, by: joan.personId, reason: 'last day', now: NOW };
    await ground.transaction<IdentityTables, void>(acting, (tx) =>
      endAccess(tx, ending, { holdings: HOLDINGS, permissions: PERMISSIONS }, ama.personId),
    );
    const latest = async (subjectKey = '') => {
      const [row] = await history(helen, subjectKey);
      return [row?.verdict, row?.menderId];
    };
    expect(await latest(finding?.subjectKey)).toEqual(['reopened', null]);
    expect(await latest(other?.subjectKey)).toEqual(['to-be-mended', ama.personId]);
  });
});
