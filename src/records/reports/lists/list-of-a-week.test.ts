import { expect, test } from 'vitest';
import { listOfAWeek, WEEK } from './list-of-a-week.tsx';

const PARTS = {
  title: 'Rows',
  filters: { 'week-ending': WEEK },
  columns: [],
  first: { key: 'package', order: 'ascending' },
  counted: () => '',
  empty: 'None.',
  noMatch: 'None.',
} as const;

test('rows about single children do not compile with another permission than that to see children', () => {
  const ofChildren = async () => ({ rows: [{ childId: 'A1' }], total: 1 });
  const ofLines = async () => ({ rows: [{ costCentre: '41110' }], total: 1 });
  const seen = listOfAWeek('costs', { ...PARTS, permission: 'see children', load: ofChildren });
  const lines = listOfAWeek('costs', {
    ...PARTS,
    permission: 'see placements report',
    load: ofLines,
  });
  expect([seen.permission, lines.permission]).toEqual(['see children', 'see placements report']);

  const refused = () =>
    // @ts-expect-error: the permission shows the report to those who may see no child
    listOfAWeek('costs', { ...PARTS, permission: 'see placements report', load: ofChildren });
  expect(refused).toBeTypeOf('function');
});
