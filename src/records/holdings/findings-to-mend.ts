import { counted } from '../../core/english.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { decide, type NewDecision } from '../../platform/decisions/decide.ts';
import type { Held, Holdings } from '../../platform/identity/leaving/holdings.ts';
import type { Role } from '../../platform/permission/roles.ts';
import { FINDING_DECISION_COLUMNS } from '../storage/finding-decisions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** Whoever ends somebody’s access is one. */
const ADMINISTRATOR: Role = 'Administrator';

/** The latest decision on each subject, where it names the person as who mends it. */
const TO_MEND = `
select subject_key, decision_number, reason, mend_by, alike, rule, child_id, kind, return_year, message
from finding_decision d
where authority_id = $1 and verdict = 'to-be-mended' and mender = $2 and not exists (
  select from finding_decision later
  where later.authority_id = $1 and later.subject_key = d.subject_key
    and later.decision_number > d.decision_number)
`;

async function toMend(tx: Transaction, from: string, to: string): Promise<NewDecision[]> {
  const rows = await tx.rows(TO_MEND, [tx.authority, from]);
  return rows.map(([subjectKey, number, reason, mendBy, ...about]) => ({
    subjectKey: String(subjectKey),
    basedOn: Number(number),
    values: ['to-be-mended', `${reason} Handed over from ${from}.`, to, mendBy, ...about],
  }));
}

/** Findings that the person is named to mend: whoever takes over is named in their place, by a decision that follows the one before. */
export const findingsToMend: Holdings = {
  async of(tx, { name }): Promise<readonly Held[]> {
    const { length } = await toMend(tx as unknown as Transaction, name, name);
    if (length === 0) return [];
    const what = `Named to mend ${counted(length, 'finding', 'findings')}`;
    const becomes = 'Whoever takes over is named in their place, by the same day.';
    return [{ what, becomes, successorMust: 'see findings' }];
  },
  async handOver(tx, { from, to, by }) {
    if (to === undefined) return;
    const records = tx as unknown as Transaction;
    const decisions = await toMend(records, from.name, to.name);
    if (decisions.length === 0) return;
    const acting = { actor: by.name, person: { personId: by.personId, role: ADMINISTRATOR } };
    await decide(records, 'finding_decision', FINDING_DECISION_COLUMNS, acting, decisions);
  },
};
