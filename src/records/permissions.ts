import { apiRouteFor } from '../platform/http/api/api-route.ts';
import type { RouteOf } from '../platform/http/route.ts';
import { GROUND_PERMISSIONS } from '../platform/permission/ground-permissions.ts';
import { permissions } from '../platform/permission/permissions.ts';
import type { Role } from '../platform/permission/roles.ts';

/** Those who work with the children themselves; for all others a code will do. */
const PRACTITIONERS: readonly Role[] = [
  'Social work team manager',
  'Principal social worker',
  'Assistant director',
  'Director of children’s services',
];
const NAMING: readonly Role[] = [
  'Placements officer',
  'Independent reviewing officer',
  ...PRACTITIONERS,
];
const CASEWORKERS: readonly Role[] = [
  ...NAMING,
  'Commissioning manager',
  'Finance business partner',
  'Data officer',
];
const PUBLISHERS: readonly Role[] = [
  'Commissioning manager',
  'Finance business partner',
  'Data officer',
  'Assistant director',
  'Director of children’s services',
];
const READERS: readonly Role[] = [
  ...CASEWORKERS,
  'Section 151 officer',
  'Programme manager',
  'Equality lead',
  'Cabinet member',
  'Auditor',
];

/** Which role may do what with the records. docs/permissions.md is written from it. */
export const RECORDS_PERMISSIONS = permissions(
  {
    'see placements report': {
      inWords:
        'read the weekly placements report and the budgets, small numbers withheld from who sees no children',
      roles: READERS,
      shows: 'children',
    },
    'publish placements report': {
      inWords: 'say that a week’s report is published, so that what it was made from is kept',
      roles: PUBLISHERS,
      shows: 'children',
    },
    'see children': {
      inWords:
        'see the children looked after in lists, and the costs, payments and movements behind the report',
      roles: [...CASEWORKERS, 'Auditor'],
      shows: 'children',
    },
    'see a child': {
      inWords: 'open the record of one child',
      roles: [...CASEWORKERS, 'Auditor'],
      shows: 'one child',
    },
    'see names and addresses of children': {
      inWords: 'see what children are called and where they live',
      roles: NAMING,
      shows: 'children',
    },
    'open a restricted child': {
      inWords: 'open, for an hour and with a reason, a child whom only named people may see',
      roles: CASEWORKERS,
      shows: 'children',
    },
    'restrict a child': {
      inWords: 'say that only named people may see a child',
      roles: PRACTITIONERS,
      shows: 'children',
    },
    'see openings of restricted children': {
      inWords: 'see who opened a restricted child, and why',
      roles: ['Auditor'],
      shows: 'children',
    },
    'chair reviews': {
      inWords: 'be told which reviews of children looked after are due or overdue',
      roles: ['Independent reviewing officer'],
      shows: 'children',
    },
    'see findings': {
      inWords: 'see what in the records should be looked at',
      roles: [...CASEWORKERS.filter((role) => role !== 'Independent reviewing officer'), 'Auditor'],
      shows: 'children',
    },
    'decide on findings': {
      inWords:
        'accept a finding as right, or say who mends it by when, and what became of a child gone from the newest return',
      roles: ['Placements officer', 'Social work team manager', 'Data officer'],
      shows: 'children',
    },
    'note on findings': {
      inWords: 'write notes on findings, attach files to them and remove those',
      roles: CASEWORKERS.filter((role) => role !== 'Independent reviewing officer'),
      shows: 'children',
    },
    'see imports': {
      inWords: 'see what was imported and what became of it',
      roles: ['Data officer', 'Auditor'],
      shows: 'children',
    },
    'import records': {
      inWords: 'import returns, costs, payments and the other files of records',
      roles: ['Data officer'],
      shows: 'children',
    },
  },
  GROUND_PERMISSIONS,
);

/** The permissions of records and of the ground, for what stands on them. */
export type RecordsTable = typeof RECORDS_PERMISSIONS.table;

/** The permissions of records by name. */
export type Permission = keyof RecordsTable;

/** A route of records. Without a permission, or of children without an audit event, there is none. */
export type Route = RouteOf<RecordsTable>;

/** A row of the API about records. */
export const apiRoute = apiRouteFor<RecordsTable>();

export const { mayDo } = RECORDS_PERMISSIONS;
