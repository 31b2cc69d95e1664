import { counted } from '../../core/english.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { decide, type NewDecision } from '../../platform/decisions/decide.ts';
import type { Held, Holdings } from '../../platform/identity/leaving/holdings.ts';
import type { PersonWithRoles } from '../../platform/identity/people-who-may.ts';
import type { Role } from '../../platform/permission/roles.ts';
import type { HiddenFrom } from '../../platform/tasks/hidden-from.ts';
import { hiddenFrom } from '../restrictions/hidden-from.ts';
import { FINDING_DECISION_COLUMNS } from '../storage/finding-decisions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** Whoever ends somebody’s access is one. */
const ADMINISTRATOR: Role = 'Administrator';

/**
 * The latest decision on each subject, where it names the person as who mends it: by id, or from
 * before menders stood by id by the name that was theirs then already.
 */
const TO_MEND = `
select subject_key, decision_number, reason, mend_by, alike, rule, child_id, kind, return_year, message
from finding_decision d
where authority_id = $1 and verdict = 'to-be-mended' and (mender_id = $2 or mender_id is null and exists (
  select from person p, schema_migration m
  where p.authority_id = $1 and p.person_id = $2 and p.name = d.mender
    and coalesce(p.named_at, p.added_at) <= d.decided_at
    and m.name = '0029-menders-and-cases-of-children' and d.decided_at < m.applied_at))
and not exists (
  select from finding_decision later
  where later.authority_id = $1 and later.subject_key = d.subject_key
    and later.decision_number > d.decision_number)
`;

async function toMend(
  tx: Transaction,
  from: PersonWithRoles,
  to: PersonWithRoles,
  hides: HiddenFrom,
): Promise<NewDecision[]> {
  const rows = await tx.rows(TO_MEND, [tx.authority, from.personId]);
  return rows.map(([subjectKey, number, reason, mendBy, alike, rule, childId, ...about]) => {
    const hidden = childId !== null && hides(String(childId), to.personId);
    const decided = hidden
      ? ['reopened', `${from.name} left.`, null, null, null]
      : ['to-be-mended', `${reason} Handed over from ${from.name}.`, to.name, to.personId, mendBy];
    return {
      subjectKey: String(subjectKey),
      basedOn: Number(number),
      values: [...decided, alike, rule, childId, ...about],
    };
  });
}

/** Findings that the person is named to mend: whoever takes over is named in their place, by a decision that follows the one before; what is about a child whom they may not see is open again. */
export const findingsToMend: Holdings = {
  async of(tx, person): Promise<readonly Held[]> {
    const { length } = await toMend(tx.over(), person, person, () => false);
    if (length === 0) return [];
    const what = `Named to mend ${counted(length, 'finding', 'findings')}`;
    const becomes =
      'Whoever takes over is named in their place, by the same day; what is about a child whom they may not see is open again.';
    return [{ what, becomes, successorMust: 'see findings' }];
  },
  async handOver(tx, { from, to, by, now }) {
    if (to === undefined) return;
    const records: Transaction = tx.over();
    const decisions = await toMend(records, from, to, await hiddenFrom(tx, now));
    if (decisions.length === 0) return;
    const acting = { actor: by.name, person: { personId: by.personId, role: ADMINISTRATOR } };
    await decide(records, 'finding_decision', FINDING_DECISION_COLUMNS, acting, decisions);
  },
};
