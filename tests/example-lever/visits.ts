import type { PlainDate } from '../../src/core/plain-date.ts';
import type { Acting, CouncilTransaction, Ground } from '../../src/platform/database/ground.ts';
import { decide } from '../../src/platform/decisions/decide.ts';
import type { DecisionColumns } from '../../src/platform/decisions/decision-columns.ts';
import type { ChildRow } from '../../src/records/children/child-row.ts';
import { type ChildrenPage, loadChildren } from '../../src/records/children/list-children.ts';
import type { RecordsTables } from '../../src/records/storage/records-tables.ts';

interface VisitTables {
  example_visit: DecisionColumns & { child_id: string; verdict: Verdict; reason: string };
}

export const VERDICTS = ['visit', 'no-visit'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What was decided last about the visit to one child. */
export interface Visit {
  readonly number: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly decidedBy: string;
}

/** A child to be visited or not. */
export interface VisitCase {
  readonly child: ChildRow;
  readonly visit: Visit | undefined;
}

/** Why a child is looked at: placed out of the area and, from so many miles on, far from home. */
export function whyVisit({ miles }: Pick<ChildRow, 'miles'>, farFrom: number): string {
  const distance = `Placed out of the area, ${miles ?? 'an unknown number of'} miles from home`;
  return miles !== null && miles >= farFrom ? `${distance}, which is far` : distance;
}

type Transaction = CouncilTransaction<VisitTables>;

async function latestVisits(tx: Transaction): Promise<ReadonlyMap<string, Visit>> {
  const rows = await tx.db
    .selectFrom('example_visit')
    .select(['child_id', 'decision_number', 'verdict', 'reason', 'decided_by'])
    .where('authority_id', '=', tx.authority)
    .orderBy('decision_number')
    .execute();
  return new Map(
    rows.map((row) => [
      row.child_id,
      {
        number: row.decision_number,
        verdict: row.verdict,
        reason: row.reason,
        decidedBy: row.decided_by,
      },
    ]),
  );
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
  const visits = await ground.read(authority, latestVisits);
  const cases = rows.map((child) => ({
    child,
    visit: visits.get(child.childId),
  }));
  return { cases, total };
}

/** Stores what was decided about one child. Throws `DecidedMeanwhile`. */
export async function decideOnVisit(
  ground: Ground,
  acting: Acting,
  childId: string,
  { basedOn, verdict, reason }: { basedOn: number; verdict: Verdict; reason: string },
): Promise<void> {
  await ground.transaction<VisitTables, void>(acting, (tx) =>
    decide(tx, 'example_visit', ['child_id', 'verdict', 'reason'], acting, [
      { subjectKey: childId, basedOn, values: [childId, verdict, reason] },
    ]),
  );
}
