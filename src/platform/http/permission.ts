/**
 * What a person may be allowed to do: a verb on a thing. Every route names exactly one. What begins
 * with "see" only reads; everything else changes something.
 */
export const PERMISSIONS = [
  'see own home',
  'see definitions',
  'see placements report',
  'see children',
  'see a child',
  'see findings',
  'import records',
  'see audit trail',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYONE = ['see own home', 'see definitions'] as const;
const READER = [...EVERYONE, 'see placements report'] as const;
const CASEWORKER = [...READER, 'see children', 'see a child'] as const;
const MENDER = [...CASEWORKER, 'see findings'] as const;
const SEES_ALL = [
  'see own home',
  'see definitions',
  'see placements report',
  'see children',
  'see a child',
  'see findings',
  'see audit trail',
] as const;

/** Which role may do what: the one place that says so. docs/permissions.md is written from it. */
export const ROLE_PERMISSIONS = {
  'Placements officer': MENDER,
  'Social work team manager': MENDER,
  'Commissioning manager': MENDER,
  'Independent reviewing officer': CASEWORKER,
  'Principal social worker': MENDER,
  'Finance business partner': CASEWORKER,
  'Section 151 officer': READER,
  'Programme manager': READER,
  'Equality lead': READER,
  'Assistant director': MENDER,
  'Director of children’s services': [...MENDER, 'see audit trail'],
  'Cabinet member': READER,
  'Data officer': [...MENDER, 'import records', 'see audit trail'],
  Auditor: SEES_ALL,
  Administrator: EVERYONE,
  'Another council’s commissioner': EVERYONE,
  'Demonstration user': PERMISSIONS,
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLE_PERMISSIONS;

/** The roles, in the order in which they are listed everywhere. */
export const ROLES = Object.keys(ROLE_PERMISSIONS) as readonly Role[];

/** The permissions of the role, in their usual order. */
export function permissionsOf(role: Role): readonly Permission[] {
  const held: readonly Permission[] = ROLE_PERMISSIONS[role];
  return PERMISSIONS.filter((permission) => held.includes(permission));
}

/** Whether the role, or any of several, holds the permission. */
export function mayDo(roles: Role | readonly Role[], permission: Permission): boolean {
  return [roles].flat().some((role) => permissionsOf(role).includes(permission));
}

/** The roles that hold the permission. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return ROLES.filter((role) => mayDo(role, permission));
}
