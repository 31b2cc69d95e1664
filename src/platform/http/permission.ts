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
  'see names and addresses of children',
  'open a restricted child',
  'restrict a child',
  'see openings of restricted children',
  'see findings',
  'decide on findings',
  'see imports',
  'import records',
  'see audit trail',
  'see people',
  'manage people',
  'keep own account',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What whoever is signed in may do, even without a role: see and end their own sessions, and sign out. */
const SIGNED_IN: readonly Permission[] = ['keep own account'];

const EVERYONE = ['see own home', 'see definitions'] as const;
const READER = [...EVERYONE, 'see placements report'] as const;
const CASEWORKER = [...READER, 'see children', 'see a child', 'open a restricted child'] as const;
const MENDER = [...CASEWORKER, 'see findings'] as const;
/** Those whose work is with the children themselves; for all others a code will do. */
const NAMES = 'see names and addresses of children';
const DECIDE = 'decide on findings';
const PRACTITIONER = [...MENDER, NAMES, 'restrict a child'] as const;
/** Which role may do what: the one place that says so. docs/permissions.md is written from it. */
export const ROLE_PERMISSIONS = {
  'Placements officer': [...MENDER, NAMES, DECIDE],
  'Social work team manager': [...PRACTITIONER, DECIDE],
  'Commissioning manager': MENDER,
  'Independent reviewing officer': [...CASEWORKER, NAMES],
  'Principal social worker': PRACTITIONER,
  'Finance business partner': MENDER,
  'Section 151 officer': READER,
  'Programme manager': READER,
  'Equality lead': READER,
  'Assistant director': PRACTITIONER,
  'Director of children’s services': [...PRACTITIONER, 'see audit trail'],
  'Cabinet member': READER,
  'Data officer': [...MENDER, DECIDE, 'see imports', 'import records', 'see audit trail'],
  Auditor: PERMISSIONS.filter(
    (permission) => permission.startsWith('see ') && permission !== NAMES,
  ),
  Administrator: [...EVERYONE, 'see people', 'manage people'],
  'Another council’s commissioner': EVERYONE,
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLE_PERMISSIONS;

/** The roles, in the order in which they are listed everywhere. */
export const ROLES = Object.keys(ROLE_PERMISSIONS) as readonly Role[];

/** The permissions of the role, in their usual order. */
export function permissionsOf(role: Role): readonly Permission[] {
  const held: readonly Permission[] = ROLE_PERMISSIONS[role];
  return PERMISSIONS.filter(
    (permission) => held.includes(permission) || SIGNED_IN.includes(permission),
  );
}

/** The roles of whoever sends a request. Those behind an access token count for its scopes alone. */
export type HeldRoles = readonly Role[] & { readonly scopes?: readonly Permission[] };

/** The roles, counting for no more than the scopes wherever they are asked about. */
export function withinScopes(roles: readonly Role[], scopes: readonly Permission[]): HeldRoles {
  return Object.assign([...roles], { scopes });
}

/** Whether a person who is signed in with these roles may do it. */
export function mayDo(roles: HeldRoles, permission: Permission): boolean {
  if (SIGNED_IN.includes(permission)) return true;
  if (roles.scopes?.includes(permission) === false) return false;
  return roles.some((role) => permissionsOf(role).includes(permission));
}

/** The roles that hold the permission. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return ROLES.filter((role) => mayDo([role], permission));
}
