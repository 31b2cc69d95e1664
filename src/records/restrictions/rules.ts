import { WellplacedError } from '../../core/errors.ts';
import { mayDo } from '../permissions.ts';
import type { Restriction, RestrictionOpening, RestrictionPerson } from './restriction.ts';

type Readers = readonly RestrictionPerson[];

const OPEN_MILLISECONDS = 60 * 60 * 1000;

/** When what is opened now shuts again. */
export function shutsAt(openedAt: Date): Date {
  return new Date(openedAt.getTime() + OPEN_MILLISECONDS);
}

function isNamed(readers: Readers, personId: string): boolean {
  return readers.some((reader) => reader.personId === personId);
}

/** Whoever opened a child for an hour, or sees no restriction at all, changes nothing of it: only those named do. */
export function checkIsNamed(readers: Readers, personId: string): void {
  if (isNamed(readers, personId)) return;
  throw new WellplacedError(
    'restriction-not-yours',
    'Only somebody who is named on the restriction can change it.',
    'Ask one of those who are named.',
  );
}

function twoMayRestrict(readers: Readers): boolean {
  return readers.filter(({ roles }) => mayDo(roles, 'restrict a child')).length >= 2;
}

/** Whether somebody else must be named when the person is taken off: those who remain would break the rule of two. */
export function needsAnother({ readers }: Pick<Restriction, 'readers'>, leaving: string): boolean {
  return !twoMayRestrict(readers.filter(({ personId }) => personId !== leaving));
}

/** Throws unless two of those named may restrict a child: one alone could hide a child from everybody, and take the only way in along when they leave. */
export function checkTwoMayRestrict(readers: Readers): void {
  if (twoMayRestrict(readers)) return;
  throw new WellplacedError(
    'restriction-needs-two',
    'At least two of those named must be people who may restrict a child, whoever makes the restriction among them.',
    'Name another manager.',
  );
}

/** Throws when a person would name themselves, or somebody who may see no child at all is named. */
export function checkNaming(before: Readers, after: Readers, personId: string): void {
  if (isNamed(after, personId) && !isNamed(before, personId)) {
    throw new WellplacedError(
      'names-themselves',
      'Nobody can name themselves on a restriction.',
      'Ask somebody who is named.',
    );
  }
  const without = after.find(({ roles }) => !mayDo(roles, 'see a child'));
  if (without === undefined) return;
  throw new WellplacedError(
    'reader-sees-no-child',
    `${without.name} has no role that may see a child.`,
    'Ask an administrator to give the role first, or name somebody else.',
  );
}

/** Throws when the opening is the person’s own, or somebody has acknowledged it already. */
export function checkAcknowledging(opening: RestrictionOpening, personId: string): void {
  if (opening.personId === personId) {
    throw new WellplacedError(
      'own-opening',
      'Nobody can acknowledge an opening of their own.',
      'It waits for somebody else who is named on the restriction.',
    );
  }
  if (opening.acknowledged === undefined) return;
  throw new WellplacedError(
    'acknowledged-already',
    `${opening.acknowledged.by} has acknowledged this opening already.`,
    'There is nothing left to do.',
  );
}

/** Throws while an opening waits: once a restriction has ended nobody would be asked to acknowledge it. */
export function checkAllAcknowledged(openings: readonly RestrictionOpening[]): void {
  if (openings.every(({ acknowledged }) => acknowledged !== undefined)) return;
  throw new WellplacedError(
    'openings-waiting',
    'An opening of this child has not been acknowledged.',
    'Acknowledge it, or ask somebody else who is named to; then end the restriction.',
  );
}
