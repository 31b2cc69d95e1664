import type { Permission } from '../permission.ts';

/** What an access token can be given: the permissions that the API asks for. All of them only read. */
export const SCOPES = [
  'see definitions',
  'see placements report',
  'see children',
  'see a child',
  'see findings',
  'see imports',
] as const satisfies readonly Permission[];

/** What a row of the API may ask for: a scope or, of whoever has any token, who they are. */
export type ApiPermission = (typeof SCOPES)[number] | 'keep own account';
