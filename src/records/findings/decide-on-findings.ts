import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { Acting, CouncilTransaction } from '../../platform/database/ground.ts';
import { DecidedMeanwhile, decide } from '../../platform/decisions/decide.ts';
import type { IdentityTables } from '../../platform/identity/identity-tables.ts';
import { holdPeople } from '../../platform/identity/leaving/hold-access.ts';
import { type PersonWithRoles, peopleWhoMay } from '../../platform/identity/people-who-may.ts';
import type { HeldRoles } from '../../platform/permission/roles.ts';
import { step } from '../../platform/workflow/judge.ts';
import { RECORDS_PERMISSIONS } from '../permissions.ts';
import type { Week } from '../reports/weekly-report/week.ts';
import { hiddenFrom } from '../restrictions/hidden-from.ts';
import { FINDING_DECISION_COLUMNS, type Verdict } from '../storage/finding-decisions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { FindingRow } from './finding-row.ts';
import { FINDING_WORKFLOW, standingOf, type VERDICTS_TO_CHOOSE } from './finding-workflow.ts';
import { loadFoundNow } from './found-now.ts';
import { loadFindings } from './load-findings.ts';
import { selectedFindings } from './selected-findings.ts';

/** One decision on one finding or several: the verdict, why and, of what is to be mended, by whom and by when. */
export interface DecisionOnFindings {
  /** Each with the number of the latest decision on it that the person saw; 0 when there was none. */
  readonly finding: readonly { readonly subjectKey: string; readonly basedOn: number }[];
  readonly verdict: (typeof VERDICTS_TO_CHOOSE)[number];
  readonly reason: string;
  /** A team or somebody outside, as typed; where a person is chosen their name counts instead. */
  readonly mender: string | null;
  /** The person chosen, by id. */
  readonly menderId: string | null;
  readonly mendBy: PlainDate | null;
}

type Transaction = CouncilTransaction<RecordsTables>;

/** Who decides: as the request's change says it, with the roles held at the moment. */
export interface Deciding {
  readonly by: Pick<Acting, 'actor' | 'person'>;
  readonly roles: HeldRoles;
  readonly today: PlainDate;
  readonly now: Date;
}

/** The findings that hold now, one for each subject asked for. */
export async function findingsAbout(
  tx: Transaction,
  week: Week,
  subjects: readonly string[],
): Promise<readonly FindingRow[]> {
  const foundNow = await loadFoundNow(tx, week);
  const selected = selectedFindings(tx.authority, foundNow, { state: 'all', subjects });
  const rows = await loadFindings(tx, selected, { key: 'child', order: 'ascending' });
  const open = rows.filter(({ resolved }) => !resolved);
  return [...new Map(open.map((row) => [row.subjectKey, row])).values()];
}

/** Those who may be chosen to mend the findings: whoever may see findings, and every child of these. */
export async function loadMenders(
  tx: Transaction,
  rows: readonly Pick<FindingRow, 'childId'>[],
  now: Date,
): Promise<readonly PersonWithRoles[]> {
  const people = await peopleWhoMay(tx.over<IdentityTables>(), RECORDS_PERMISSIONS, 'see findings');
  const hides = await hiddenFrom(tx, now);
  const children = new Set(rows.flatMap(({ childId }) => childId ?? []));
  return people.filter(({ personId }) => ![...children].some((child) => hides(child, personId)));
}

/** Who mends it, by id and the name of today where a person was chosen; a name that was typed stays a name. */
async function menderOf(
  tx: Transaction,
  { mender, menderId }: Pick<DecisionOnFindings, 'mender' | 'menderId'>,
  rows: readonly FindingRow[],
  now: Date,
) {
  if (menderId === null && mender === null)
    return { id: null, name: null, typedNameOfPerson: false };
  if (menderId !== null) await holdPeople(tx.over(), [menderId]);
  const people = await loadMenders(tx, rows, now);
  if (menderId === null) {
    const typedNameOfPerson = people.some(({ name }) => name === mender);
    return { id: null, name: mender, typedNameOfPerson };
  }
  const name = people.find(({ personId }) => personId === menderId)?.name ?? null;
  return { id: menderId, name, typedNameOfPerson: false };
}

/**
 * Stores one decision on each of the findings, or none. Throws `finding-gone` when one of them does
 * not hold any more, `DecidedMeanwhile`, and `ActionRefused` when the workflow does not allow it.
 */
export async function decideOnFindings(
  tx: Transaction,
  { by, roles, today, now }: Deciding,
  week: Week,
  { finding: seen, verdict, reason, mendBy, ...named }: DecisionOnFindings,
): Promise<void> {
  const subjects = seen.map(({ subjectKey }) => subjectKey);
  const rows = await findingsAbout(tx, week, subjects);
  const bySubject = new Map(rows.map((row) => [row.subjectKey, row]));
  const { typedNameOfPerson, ...mender } = await menderOf(tx, named, rows, now);
  const facts = { today, mendBy, typedNameOfPerson, mender: mender.name };
  const doer = { personId: by.person?.personId ?? '', roles };
  const decisions = seen.map(({ subjectKey, basedOn }) => {
    const row = bySubject.get(subjectKey);
    if (row === undefined) {
      throw new WellplacedError(
        'finding-gone',
        'A finding that you chose is no longer found: the records have changed since you opened the page. Nothing was stored.',
        'Go back to the list of findings and choose again.',
      );
    }
    // Who is too late is told of the other decision, not of what it has made impossible.
    if ((row.decision?.number ?? 0) !== basedOn) throw new DecidedMeanwhile();
    step(FINDING_WORKFLOW, verdict, standingOf(row, doer), facts);
    const about = [row.rule, row.childId, row.kind, row.returnYear, row.message];
    const decided = [verdict, reason, mender.name, mender.id, mendBy, row.alike];
    return { subjectKey, basedOn, values: [...decided, ...about] };
  });
  await decide(tx, 'finding_decision', FINDING_DECISION_COLUMNS, by, decisions);
}

/** One decision with what it was taken on. */
export interface PastDecision {
  readonly number: number;
  readonly verdict: Verdict;
  readonly reason: string;
  /** The name as it was. */
  readonly mender: string | null;
  /** Empty for a team or somebody outside. */
  readonly menderId: string | null;
  readonly mendBy: PlainDate | null;
  /** The name as it was. */
  readonly decidedBy: string;
  /** Empty for what happened by itself, and from before people stood by id. */
  readonly personId: string | null;
  readonly decidedAt: Date;
  readonly rule: string;
  readonly childId: string | null;
  readonly message: string;
}

/** Everything that was decided on one subject, the latest first. */
export async function loadHistory(
  tx: Transaction,
  subjectKey: string,
): Promise<readonly PastDecision[]> {
  const rows = await tx.db
    .selectFrom('finding_decision')
    .selectAll()
    .where('authority_id', '=', tx.authority)
    .where('subject_key', '=', subjectKey)
    .orderBy('decision_number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.decision_number,
    verdict: row.verdict,
    reason: row.reason,
    mender: row.mender,
    menderId: row.mender_id,
    mendBy: row.mend_by as PlainDate | null,
    decidedBy: row.decided_by,
    personId: row.person_id,
    decidedAt: new Date(row.decided_at),
    rule: row.rule,
    childId: row.child_id,
    message: row.message,
  }));
}
