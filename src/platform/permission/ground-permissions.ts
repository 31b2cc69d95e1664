import type { RouteOf } from '../http/route.ts';
import { fromTable } from './permissions.ts';
import { ROLES } from './roles.ts';

/** What is done on the ground itself, whatever the wings above: signing in, people, the trail. */
export const GROUND_PERMISSIONS = fromTable({
  'see own home': {
    inWords: 'see the page of what waits today',
    roles: ROLES,
    shows: 'no child',
  },
  'take up work': {
    inWords: 'take up, hand over, put off and give back work that waits for them',
    roles: ROLES.filter((role) => role !== 'Auditor'),
    shows: 'no child',
  },
  'see definitions': {
    inWords: 'read what each figure means',
    roles: ROLES,
    shows: 'no child',
  },
  'see audit trail': {
    inWords: 'read who did and saw what',
    roles: ['Director of children’s services', 'Data officer', 'Auditor'],
    shows: 'children',
  },
  'see people': {
    inWords: 'see who uses Wellplaced and in which roles',
    roles: ['Auditor', 'Administrator'],
    shows: 'no child',
  },
  'manage people': {
    inWords: 'give and withdraw roles, and end the access of others',
    roles: ['Administrator'],
    shows: 'no child',
  },
  'see settings': {
    inWords: 'see what the council has settled, since when, by whom and why',
    roles: ROLES.filter((role) => role !== 'Another council’s commissioner'),
    shows: 'no child',
  },
  'change settings': {
    inWords: 'settle values of the council from a day on',
    roles: ['Administrator'],
    shows: 'no child',
  },
  'see scheduled work': {
    inWords: 'see what is done by the clock, and how it went',
    roles: ['Auditor', 'Administrator'],
    shows: 'no child',
  },
  'keep own account': {
    inWords: 'see and end own sessions, and keep own access tokens',
    roles: 'signed in',
    shows: 'no child',
  },
});

type GroundTable = typeof GROUND_PERMISSIONS.table;

/** A route of the ground. */
export type Route = RouteOf<GroundTable>;

export const { mayDo } = GROUND_PERMISSIONS;
