import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { permissionDocument } from '../platform/permission/permission-document.ts';
import { everyPermission, fromTable, permissions } from '../platform/permission/permissions.ts';
import { ROLES, type Role } from '../platform/permission/roles.ts';
import { PERMISSIONS } from './whole.ts';

const { mayDo, names, rolesThatMay } = PERMISSIONS;

function permissionsOf(role: Role): readonly string[] {
  return names.filter((name) => mayDo([role], name));
}

const BASIC = 'see own home, take up work, see definitions';
const READER = `${BASIC}, see settings, see placements report`;
const CHILDREN = `${READER}, see children, see a child`;
const NAMES = 'see names and addresses of children';
const OPEN = 'open a restricted child';
const MENDER = `${CHILDREN}, ${OPEN}, see findings, note on findings`;
const PRACTITIONER = `${CHILDREN}, ${NAMES}, ${OPEN}, restrict a child, see findings, note on findings`;
const DECIDE = 'decide on findings';
const NOTE = 'note on findings';
const PUBLISH = 'publish placements report';

test('says of every role what it may do, and nothing else', () => {
  const table = Object.fromEntries(ROLES.map((role) => [role, permissionsOf(role).toSorted()]));
  const expected = {
    'Placements officer': `${CHILDREN}, ${NAMES}, ${OPEN}, see findings, ${NOTE}, ${DECIDE}`,
    'Social work team manager': `${PRACTITIONER}, ${DECIDE}`,
    'Commissioning manager': `${MENDER}, ${PUBLISH}`,
    'Independent reviewing officer': `${CHILDREN}, ${NAMES}, ${OPEN}, chair reviews`,
    'Principal social worker': PRACTITIONER,
    'Finance business partner': `${MENDER}, ${PUBLISH}`,
    'Section 151 officer': READER,
    'Programme manager': READER,
    'Equality lead': READER,
    'Assistant director': `${PRACTITIONER}, ${PUBLISH}`,
    'Director of children’s services': `${PRACTITIONER}, ${PUBLISH}, see audit trail`,
    'Cabinet member': READER,
    'Data officer': `${MENDER}, ${DECIDE}, ${PUBLISH}, see imports, import records, see audit trail`,
    Auditor: `${CHILDREN.replace('take up work, ', '')}, see openings of restricted children, see findings, see imports, see audit trail, see people, see scheduled work`,
    Administrator: `${BASIC}, see people, manage people, see settings, change settings, see scheduled work`,
    'Another council’s commissioner': BASIC,
  };
  expect(table).toEqual(
    Object.fromEntries(
      Object.entries(expected).map(([role, held]) => [
        role,
        [...held.split(', '), 'keep own account'].toSorted(),
      ]),
    ),
  );
});

test('an auditor reads everything but names and changes nothing but their own sessions', () => {
  const reading = names.filter(
    (permission) => permission.startsWith('see ') && permission !== NAMES,
  );
  expect(permissionsOf('Auditor').toSorted()).toEqual([...reading, 'keep own account'].toSorted());
});

test('names are for those who work with the children themselves, and never for money, members, oversight or systems', () => {
  expect(rolesThatMay(NAMES)).toEqual([
    ...['Placements officer', 'Social work team manager', 'Independent reviewing officer'],
    ...['Principal social worker', 'Assistant director', 'Director of children’s services'],
  ]);
});

test.each(['Administrator', 'Another council’s commissioner'] as const)(
  'a role that has no work with children sees none: %s',
  (role) => {
    const about = names.filter((permission) =>
      /child|finding|report|import|audit/.test(permission),
    );
    expect(about.filter((permission) => mayDo([role], permission))).toEqual([]);
  },
);

test('several roles hold what any of them holds', () => {
  expect(mayDo(['Administrator', 'Data officer'], 'import records')).toBe(true);
  expect(mayDo(['Administrator', 'Cabinet member'], 'import records')).toBe(false);
  expect(mayDo([], 'see own home')).toBe(false);
  expect(mayDo([], 'keep own account')).toBe(true);
});

test('every permission is some role’s', () => {
  expect(names.filter((permission) => rolesThatMay(permission).length === 0)).toEqual([]);
});

test('docs/permissions.md is what the map says; `npm run permissions` writes it', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionDocument(PERMISSIONS));
});

test('a permission that nobody declared is nobody’s, and one declared twice is refused', () => {
  expect(mayDo(ROLES, 'see what is not there')).toBe(false);
  const mine = fromTable({ 'see mine': { inWords: 'see', roles: 'signed in', shows: 'no child' } });
  const yours = fromTable({
    'see mine': { inWords: 'see', roles: ['Auditor'], shows: 'children' },
  });
  expect(() => everyPermission([mine, yours])).toThrow('"see mine" is declared by two wings');
  // @ts-expect-error: one that is declared below is not declared again
  expect(() => permissions(yours.table, mine)).toThrow('"see mine" is declared twice');
});
