import type { PlainDate } from '../../src/core/plain-date.ts';
import type { CaseTables, PersonThen } from '../../src/platform/cases/case.ts';
import type { Acting, CouncilTransaction, Ground } from '../../src/platform/database/ground.ts';
import { DecidedMeanwhile, decide } from '../../src/platform/decisions/decide.ts';
import { type Doer, step } from '../../src/platform/workflow/judge.ts';
import type { ChildRow } from '../../src/records/children/child-row.ts';
import { type ChildrenPage, loadChildren } from '../../src/records/children/list-children.ts';
import type { RecordsTables } from '../../src/records/storage/records-tables.ts';
import { stateOf, type Verdict, VISIT_WORKFLOW } from './visit-workflow.ts';

/** The lever's table, with those of cases. */
export interface VisitTables extends CaseTables {
  example_visit: {
    authority_id: string;
    subject_key: string;
    decision_number: number;
    decided_by: string;
    person_id: string | null;
    person_role: string | null;
    decided_at: Date;
    child_id: string;
    verdict: Verdict;
    reason: string;
  };
}

/** One decision on the visit to one child. */
export interface Visit {
  readonly number: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: PersonThen;
  readonly at: Date;
}

/** A child to be visited or not. */
export interface VisitCase {
  readonly child: ChildRow;
  /** What was decided, the latest first. */
  readonly history: readonly Visit[];
  readonly visit: Visit | undefined;
}

/** Why a child is looked at: placed out of the area and, from so many miles on, far from home. */
export function whyVisit({ miles }: Pick<ChildRow, 'miles'>, farFrom: number): string {
  const distance = `Placed out of the area, ${miles ?? 'an unknown number of'} miles from home`;
  return miles !== null && miles >= farFrom ? `${distance}, which is far` : distance;
}

type Transaction = CouncilTransaction<VisitTables>;

/** Everything that was decided, by child, the latest first. */
async function loadVisits(tx: Transaction): Promise<ReadonlyMap<string, readonly Visit[]>> {
  const rows = await tx.db
    .selectFrom('example_visit')
    .selectAll()
    .where('authority_id', '=', tx.authority)
    .orderBy('decision_number', 'desc')
    .execute();
  const byChild = new Map<string, Visit[]>();
  for (const row of rows) {
    const visit = {
      number: row.decision_number,
      verdict: row.verdict,
      reason: row.reason,
      by: { personId: row.person_id, name: row.decided_by },
      at: new Date(row.decided_at),
    };
    byChild.set(row.child_id, [...(byChild.get(row.child_id) ?? []), visit]);
  }
  return byChild;
}

/** The children placed out of the council's area on the night, one page of them. */
export async function loadCases(
  ground: Ground,
  authority: string,
  night: PlainDate,
  page: number,
  pageSize = 50,
): Promise<{ readonly cases: readonly VisitCase[]; readonly total: number }> {
  const filter = { on: night, area: 'out' } as const;
  const order = { key: 'child', order: 'ascending' } as const;
  const asked = { filter, night, order, page, pageSize };
  const { rows, total } = await ground.read<RecordsTables, ChildrenPage>(authority, (tx) =>
    loadChildren(tx, asked),
  );
  const visits = await ground.read(authority, loadVisits);
  const cases = rows.map((child) => {
    const history = visits.get(child.childId) ?? [];
    return { child, history, visit: history[0] };
  });
  return { cases, total };
}

/** Stores what was decided about one child. Throws `DecidedMeanwhile`, and `ActionRefused` where the workflow does not allow it. */
export async function decideOnVisit(
  tx: Transaction,
  { by, doer }: { readonly by: Pick<Acting, 'actor' | 'person'>; readonly doer: Doer },
  childId: string,
  { seen, verdict, reason }: { seen: number; verdict: Verdict; reason: string },
): Promise<void> {
  const [latest] = (await loadVisits(tx)).get(childId) ?? [];
  if ((latest?.number ?? 0) !== seen) throw new DecidedMeanwhile();
  step(VISIT_WORKFLOW, verdict, { state: stateOf(latest?.verdict), taken: [], doer }, undefined);
  await decide(tx, 'example_visit', ['child_id', 'verdict', 'reason'], by, [
    { subjectKey: childId, basedOn: seen, values: [childId, verdict, reason] },
  ]);
}
