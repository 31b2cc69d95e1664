import { WellplacedError } from '../../../core/errors.ts';
import type { CouncilTransaction } from '../../database/ground.ts';
import { revokeAccessTokensOf } from '../access-tokens/store.ts';
import type { IdentityContext } from '../identity-context.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { withdrawAllRoles } from '../people.ts';
import { type PersonWithRoles, peopleWithRoles } from '../people-who-may.ts';
import { endAllSessionsOf } from '../sessions.ts';
import { holdAccess } from './hold-access.ts';
import type { Held, Holdings } from './holdings.ts';
import { checkMayEnd, checkMayManage, checkSuccessor, possibleSuccessors } from './rules.ts';

type Transaction = CouncilTransaction<IdentityTables>;

/** Whose access is changed, by whom, why and when. */
export interface ChangeOfAccess {
  readonly personId: string;
  /** The administrator’s id. */
  readonly by: string;
  readonly reason: string;
  readonly now: Date;
}

function alreadySo(name: string, left: boolean): WellplacedError {
  return left
    ? new WellplacedError(
        'left-already',
        `The access of ${name} has been ended already.`,
        'There is nothing left to do.',
      )
    : new WellplacedError(
        'not-left',
        `${name} has not left, or was brought back already.`,
        'There is nothing left to do.',
      );
}

/** Throws unless the administrator may still give roles, and the person is still here: either may have been ended a moment ago. */
export async function checkMayGiveRoles(
  tx: Transaction,
  personId: string,
  by: string,
): Promise<void> {
  const { leftAt } = await holdAccess(tx, personId);
  const everybody = await peopleWithRoles(tx);
  checkMayManage(everybody.find((each) => each.personId === by));
  if (leftAt !== undefined) throw alreadySo(found(everybody, personId).name, true);
}

/** Takes everything away by which the person could come in. */
async function shutOut(tx: Transaction, personId: string, now: Date): Promise<void> {
  await withdrawAllRoles(tx, personId, now);
  await endAllSessionsOf(tx, personId, now);
  await revokeAccessTokensOf(tx, personId, now);
}

async function setLeft(tx: Transaction, personId: string, leftAt: Date | null): Promise<void> {
  await tx.db
    .updateTable('person')
    .set({ left_at: leftAt })
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .execute();
}

/** The person of that id in the list; of a person unknown nothing can be changed. */
function found(people: readonly PersonWithRoles[], personId: string): PersonWithRoles {
  const person = people.find((each) => each.personId === personId);
  if (person === undefined) throw new Error('there is no such person');
  return person;
}

/** What the person holds open, wing by wing. */
export async function heldBy(
  tx: Transaction,
  person: PersonWithRoles,
  holdings: readonly Holdings[],
): Promise<readonly Held[]> {
  const held: Held[] = [];
  for (const each of holdings) held.push(...(await each.of(tx, person)));
  return held;
}

/**
 * Ends a person’s access, all in this transaction: what they hold open is handed over, their roles are
 * taken away, their sessions ended, their access tokens revoked. Throws a WellplacedError when it may
 * not be, or when somebody must take over and `to` cannot.
 */
export async function endAccess(
  tx: Transaction,
  { personId, by, reason, now }: ChangeOfAccess,
  { holdings, permissions }: Pick<IdentityContext, 'holdings' | 'permissions'>,
  to?: string,
): Promise<void> {
  const { leftAt } = await holdAccess(tx, personId);
  const everybody = await peopleWithRoles(tx);
  const from = found(everybody, personId);
  const administrator = everybody.find((each) => each.personId === by);
  checkMayManage(administrator);
  if (leftAt !== undefined) throw alreadySo(from.name, true);
  checkMayEnd(administrator, from, everybody);
  const held = await heldBy(tx, from, holdings);
  const possible = possibleSuccessors(held, { by, leaving: personId }, everybody, permissions);
  const successor = everybody.find((each) => each.personId === to);
  checkSuccessor(held, successor, possible);
  const handing = { from, to: successor, by: administrator, now };
  for (const each of holdings) await each.handOver(tx, handing);
  await shutOut(tx, personId, now);
  await setLeft(tx, personId, now);
  await tx.insertMany(
    'person_leaving',
    ['person_id', 'left_at', 'ended_by', 'reason'],
    [[personId, now, by, reason]],
  );
}

/**
 * Lets somebody who had left sign in again. Nothing of what they held is given back: what could have
 * come in between an ending and a sign-in at the same moment is taken away once more.
 */
export async function bringBack(
  tx: Transaction,
  { personId, by, reason, now }: ChangeOfAccess,
): Promise<void> {
  const { leftAt } = await holdAccess(tx, personId);
  const everybody = await peopleWithRoles(tx);
  checkMayManage(everybody.find((each) => each.personId === by));
  if (leftAt === undefined) throw alreadySo(found(everybody, personId).name, false);
  await shutOut(tx, personId, now);
  await setLeft(tx, personId, null);
  await tx.db
    .updateTable('person_leaving')
    .set({ back_at: now, brought_back_by: by, back_reason: reason })
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .where('back_at', 'is', null)
    .execute();
}
