import { randomUUID } from 'node:crypto';
import { WellplacedError } from '../../core/errors.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { holdPeople } from '../../platform/identity/leaving/hold-access.ts';
import { peopleWithRoles } from '../../platform/identity/people-who-may.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import { addReaders, nameReadersAnew } from './readers.ts';
import type { Restriction, RestrictionKind, RestrictionPerson } from './restriction.ts';
import { checkAllAcknowledged, checkIsNamed, checkNaming, checkTwoMayRestrict } from './rules.ts';
import { holdRestriction, loadOpenings, loadRestrictions } from './store.ts';
import type { RestrictionTables } from './tables.ts';

type Transaction = CouncilTransaction<RestrictionTables>;

/** Who does it, and when. */
export interface Doing {
  readonly personId: string;
  readonly now: Date;
}

async function peopleOf(
  tx: Transaction,
  personIds: readonly string[],
): Promise<RestrictionPerson[]> {
  const people = await peopleWithRoles(tx);
  return people.filter(({ personId }) => personIds.includes(personId));
}

/** Throws a WellplacedError `restrict-linked` where all that is recorded of the child stands under another identifier, and would be seen there. */
async function checkStandsAlone(tx: Transaction, childId: string): Promise<void> {
  const [link] = await tx.rows(
    'select follows from child_link where authority_id = $1 and child_id = $2 and stands',
    [tx.authority, childId],
  );
  if (link === undefined) return;
  const follows = String(link[0]);
  throw new WellplacedError(
    'restrict-linked',
    `Everything recorded of child ${childId} stands under ${follows}, as one child’s, and would be seen there.`,
    `Restrict child ${follows}: that covers both identifiers.`,
  );
}

/** Restricts a child to whoever does it and those named. Throws when the child is restricted already or linked to another identifier, or a rule of naming is broken. */
export async function restrictChild(
  tx: Transaction,
  asked: {
    readonly childId: string;
    readonly kind: RestrictionKind;
    readonly reason: string;
    readonly named: readonly string[];
  },
  { personId, now }: Doing,
): Promise<void> {
  const { childId, kind, reason } = asked;
  await checkStandsAlone(tx, childId);
  await holdPeople(tx, [personId, ...asked.named]);
  const [self] = await peopleOf(tx, [personId]);
  const named = [...new Set([personId, ...asked.named])];
  const readers = await peopleOf(tx, named);
  checkNaming(self === undefined ? [] : [self], readers, personId);
  checkTwoMayRestrict(readers);
  const pseudonym = await loadPseudonyms(tx.over());
  const restrictionId = randomUUID();
  const added = await tx.insertMany(
    'restriction',
    [
      ...['child_id', 'restriction_id', 'pseudonym', 'kind'],
      ...['reason', 'restricted_by', 'restricted_at'],
    ],
    [[childId, restrictionId, pseudonym(childId), kind, reason, personId, now]],
    { onConflict: 'ignore' },
  );
  if (added === 0) {
    throw new WellplacedError(
      'restricted-already',
      'Somebody has restricted this child already.',
      'Open the child’s restriction again; if you cannot, you are not among those named.',
    );
  }
  const ids = readers.map((reader) => reader.personId);
  await addReaders(tx, { childId, restrictionId }, ids, now);
}

/** The restriction that stands, for a change by somebody named on it; held until the transaction ends. */
async function restrictionToChange(
  tx: Transaction,
  childId: string,
  { personId }: Doing,
): Promise<Restriction> {
  await holdRestriction(tx, childId);
  const [restriction] = await loadRestrictions(tx, childId);
  if (restriction === undefined) {
    throw new WellplacedError(
      'not-restricted',
      'This child is not restricted any more.',
      'Look at the child’s page again.',
    );
  }
  checkIsNamed(restriction.readers, personId);
  return restriction;
}

/** Leaves the restriction with these people and no others. */
export async function nameReaders(
  tx: Transaction,
  childId: string,
  personIds: readonly string[],
  doing: Doing,
): Promise<void> {
  await holdPeople(tx, personIds);
  const restriction = await restrictionToChange(tx, childId, doing);
  const readers = await peopleOf(tx, personIds);
  checkNaming(restriction.readers, readers, doing.personId);
  checkTwoMayRestrict(readers);
  const ids = readers.map(({ personId }) => personId);
  await nameReadersAnew(tx, restriction, ids, doing.now);
}

/** Ends the child's restriction: whoever may see a child sees this one again. */
export async function endRestriction(
  tx: Transaction,
  childId: string,
  doing: Doing,
): Promise<void> {
  const { restrictionId } = await restrictionToChange(tx, childId, doing);
  checkAllAcknowledged(await loadOpenings(tx, childId));
  await tx.db
    .updateTable('restriction')
    .set({ ended_by: doing.personId, ended_at: doing.now })
    .where('authority_id', '=', tx.authority)
    .where('child_id', '=', childId)
    .where('restriction_id', '=', restrictionId)
    .execute();
}
