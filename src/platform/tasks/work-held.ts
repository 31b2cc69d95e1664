import type { CouncilTransaction } from '../database/ground.ts';
import { decide } from '../decisions/decide.ts';
import type { Held, Holdings } from '../identity/leaving/holdings.ts';
import type { Role } from '../permission/roles.ts';
import { type AllWork, mayDoWork } from './load-work.ts';
import { WORD_COLUMNS } from './said.ts';
import type { TaskTables } from './task-tables.ts';

type Transaction = CouncilTransaction<TaskTables>;

/** Whoever ends somebody’s access is one. */
const ADMINISTRATOR: Role = 'Administrator';

/** The latest word on each piece of work, where it left it with the person. */
const HELD = `
select subject_key, decision_number, kind, child_id
from work_said s
where authority_id = $1 and holder_id = $2 and not exists (
  select from work_said later
  where later.authority_id = $1 and later.subject_key = s.subject_key
    and later.decision_number > s.decision_number)
`;

/**
 * Work that the person took up, was handed or put off; whether each still waits is for its wing to
 * say. Whoever takes over holds what they may do of it. What is about a child, whom they perhaps may
 * not see, and all else is everybody’s again who may do it.
 */
export function workHeld(all: AllWork): Holdings {
  return {
    async of(tx, { personId }): Promise<readonly Held[]> {
      const { length } = await tx.rows(HELD, [tx.authority, personId]);
      if (length === 0) return [];
      return [
        {
          what: `Pieces of work taken up, handed to them or put off, those since done included: ${length}`,
          becomes:
            'What still waits goes to whoever takes over, where they may do it and it is about no child; the rest is everybody’s again who may do it.',
        },
      ];
    },
    async handOver(tx, { from, to, by }) {
      const tasks = tx as unknown as Transaction;
      const rows = await tasks.rows(HELD, [tx.authority, from.personId]);
      const reason = `${from.name} left.`;
      const words = rows.map(([subject, number, kind, childId]) => {
        const known = all.kinds.find(({ id }) => id === kind);
        const takes =
          to !== undefined &&
          childId === null &&
          known !== undefined &&
          mayDoWork(all, to.roles, known);
        return {
          subjectKey: String(subject),
          basedOn: Number(number),
          values: takes
            ? ['handed-over', kind, childId, to.personId, null, reason]
            : ['given-back', kind, childId, null, null, reason],
        };
      });
      if (words.length === 0) return;
      const acting = { actor: by.name, person: { personId: by.personId, role: ADMINISTRATOR } };
      await decide(tasks, 'work_said', WORD_COLUMNS, acting, words);
    },
  };
}
