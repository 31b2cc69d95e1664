/** The parts that people have in a council's children's services, in the order in which they are listed everywhere. */
export const ROLES = [
  'Placements officer',
  'Social work team manager',
  'Commissioning manager',
  'Independent reviewing officer',
  'Principal social worker',
  'Finance business partner',
  'Section 151 officer',
  'Programme manager',
  'Equality lead',
  'Assistant director',
  'Director of children’s services',
  'Cabinet member',
  'Data officer',
  'Auditor',
  'Administrator',
  'Another council’s commissioner',
] as const;
export type Role = (typeof ROLES)[number];

/** The roles of whoever sends a request. Those behind an access token count for its scopes alone. */
export type HeldRoles = readonly Role[] & { readonly scopes?: readonly string[] };

/** The roles, counting for no more than the scopes wherever they are asked about. */
export function withinScopes(roles: readonly Role[], scopes: readonly string[]): HeldRoles {
  return Object.assign([...roles], { scopes });
}
