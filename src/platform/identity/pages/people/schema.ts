import { z } from 'zod';
import { ROLES } from '../../../permission/roles.ts';

function several(value: unknown): unknown {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Why somebody's access is changed: it stands in the audit trail. */
const reason = z
  .string('Enter the reason, such as a new post or the end of a cover')
  .trim()
  .min(3, 'Enter the reason, such as a new post or the end of a cover')
  .max(300, 'The reason must be 300 characters or fewer');

/** The form that gives a person their roles. */
export const rolesForm = z.object({
  roles: z.preprocess(several, z.array(z.enum(ROLES, 'Choose roles from the list'))),
  reason,
});

/** The form that ends a person’s access. */
export const leaveForm = z.object({
  successor: z
    .union([z.literal(''), z.uuid('Choose who takes over from the list')])
    .default('')
    .transform((id) => (id === '' ? undefined : id)),
  reason,
  understood: z.literal('yes', 'Tick that you want to end this person’s access'),
});

/** The form that brings a person back. */
export const comeBackForm = z.object({ reason });

/** The form that maps a value of the roles claim to a role. */
export const mappingForm = z.object({
  'claim-value': z
    .string('Enter the group or role as the provider names it')
    .trim()
    .min(1, 'Enter the group or role as the provider names it')
    .max(300, 'The group or role must be 300 characters or fewer'),
  role: z.enum(ROLES, 'Choose the role that it gives'),
});
