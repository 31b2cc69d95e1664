/** What a person may be allowed to do. Every route names exactly one. */
export const PERMISSIONS = [
  'see own home',
  'see placements report',
  'see children',
  'see a child',
  'import records',
  'see findings',
  'see definitions',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYONE: readonly Permission[] = ['see own home', 'see definitions'];
const READERS: readonly Permission[] = [...EVERYONE, 'see placements report'];
const CASEWORK: readonly Permission[] = [...READERS, 'see children', 'see a child', 'see findings'];

/** Which role may do what: the one place that says so. */
export const ROLE_PERMISSIONS = {
  'Data officer': [...CASEWORK, 'import records'],
  'Placements officer': CASEWORK,
  'Commissioning manager': CASEWORK,
  'Social work manager': CASEWORK,
  'Finance partner': [...READERS, 'see children', 'see a child'],
  'Programme manager': READERS,
  'Section 151 officer': READERS,
  Director: CASEWORK,
  'Demonstration user': PERMISSIONS,
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLE_PERMISSIONS;

/** Whether the role holds the permission. */
export function mayDo(role: Role, permission: Permission): boolean {
  const held: readonly Permission[] = ROLE_PERMISSIONS[role];
  return held.includes(permission);
}
