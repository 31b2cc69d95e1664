import { expect, test } from 'vitest';
import { mayDo, PERMISSIONS, ROLE_PERMISSIONS, type Role } from './permission.ts';

test('says of every role what it may do, and nothing else', () => {
  const table = Object.fromEntries(
    (Object.keys(ROLE_PERMISSIONS) as Role[]).map((role) => [
      role,
      PERMISSIONS.filter((permission) => mayDo(role, permission)).join(', '),
    ]),
  );
  const reading = 'see own home, see placements report, see children, see a child';
  const casework = `${reading}, see findings, see definitions`;
  expect(table).toEqual({
    'Data officer': `${reading}, import records, see findings, see definitions`,
    'Placements officer': casework,
    'Commissioning manager': casework,
    'Social work manager': casework,
    'Finance partner': `${reading}, see definitions`,
    'Programme manager': 'see own home, see placements report, see definitions',
    'Section 151 officer': 'see own home, see placements report, see definitions',
    Director: casework,
    'Demonstration user': PERMISSIONS.join(', '),
  });
});
