import { WellplacedError } from '../../../core/errors.ts';
import { mayDo } from '../../permission/ground-permissions.ts';
import type { AnyPermissions } from '../../permission/permissions.ts';
import type { PersonWithRoles } from '../people-who-may.ts';
import type { Held } from './holdings.ts';

const MANAGE = 'manage people';

/** Throws unless whoever changes somebody’s access may do so at this moment: they may have been ended since they opened the page. */
export function checkMayManage(by: PersonWithRoles | undefined): asserts by is PersonWithRoles {
  if (by !== undefined && mayDo(by.roles, MANAGE)) return;
  throw new WellplacedError(
    'no-longer-administrator',
    'You may no longer change other people’s access. Nothing was changed.',
    'Ask another administrator.',
  );
}

/** Throws when somebody would end their own access, or that of the only administrator. */
export function checkMayEnd(
  by: PersonWithRoles,
  leaving: PersonWithRoles,
  everybody: readonly PersonWithRoles[],
): void {
  const others = everybody.filter(
    ({ personId, roles }) => personId !== leaving.personId && mayDo(roles, MANAGE),
  );
  if (others.length === 0) {
    throw new WellplacedError(
      'last-administrator',
      `${leaving.name} is the only administrator, and a council without one could give nobody access.`,
      'Make somebody else an administrator first, who can then end this access.',
    );
  }
  if (by.personId !== leaving.personId) return;
  throw new WellplacedError(
    'own-access',
    'Nobody can end their own access.',
    `Ask another administrator: ${others.map(({ name }) => name).join(', ')}.`,
  );
}

/** What whoever takes over must be allowed to do; nothing where nobody need take over. */
export function successorMust(held: readonly Held[]): readonly string[] {
  return [...new Set(held.flatMap((each) => each.successorMust ?? []))];
}

/** Those who can take over what is held: everybody else but the administrator, who gives nothing to themselves. */
export function possibleSuccessors(
  held: readonly Held[],
  { by, leaving }: { readonly by: string; readonly leaving: string },
  everybody: readonly PersonWithRoles[],
  permissions: AnyPermissions,
): readonly PersonWithRoles[] {
  const must = successorMust(held);
  if (must.length === 0) return [];
  const not = [leaving, by, ...held.flatMap(({ notBy = [] }) => notBy)];
  return everybody.filter(
    ({ personId, roles }) =>
      !not.includes(personId) && must.every((permission) => permissions.mayDo(roles, permission)),
  );
}

/** Throws when somebody must take over and nobody who can was named. */
export function checkSuccessor(
  held: readonly Held[],
  chosen: PersonWithRoles | undefined,
  possible: readonly PersonWithRoles[],
): void {
  const waiting = held.filter((each) => each.successorMust !== undefined);
  if (waiting.length === 0) return;
  if (chosen !== undefined && possible.some(({ personId }) => personId === chosen.personId)) return;
  throw new WellplacedError(
    'successor-needed',
    `Somebody must take over: ${waiting.map(({ what }) => what.toLowerCase()).join('; ')}. Nothing was changed.`,
    possible.length === 0
      ? `Give somebody else a role that may ${successorMust(held).join(' and ')} first.`
      : `Choose one of ${possible.map(({ name }) => name).join(', ')}.`,
  );
}
