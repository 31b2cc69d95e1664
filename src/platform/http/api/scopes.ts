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
