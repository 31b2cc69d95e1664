import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { RecordSource } from '../../load-sources.ts';
import { SourcesView } from './view.tsx';

const sources = Array.from(
  { length: 250 },
  (_, at): RecordSource => ({
    table: 'cost_element',
    key: ['2021-04-01', 'additional_support', 'social_care', '2021-04-01'],
    importId: '0123456789ab',
    importedAt: new Date('2021-06-01T09:00:00Z'),
    path: 'placement_costs.csv',
    fileNumber: 1,
    line: at + 2,
  }),
);
const shown = (page: number) =>
  renderToString(SourcesView({ childId: 'A1', sources, page, maySeeImports: false }));

test('a child’s many records stand on pages, which say of how many they are', () => {
  const second = shown(2);
  expect(second).toContain('250 records stand');
  expect(second).toContain('This page has 101 to 200.');
  expect(second.match(/<tr/g)).toHaveLength(101);
  expect(second).toContain('line 102');
  expect(second).toContain('/children/A1/sources?page=3');
  expect(shown(9)).toContain('This page has 201 to 250.');
});

test('a record is named as on other pages, its codes in words', () => {
  const first = shown(1);
  expect(first).toContain('Cost of a placement');
  expect(first).toContain('1 April 2021, additional support, social care, 1 April 2021');
  expect(first).not.toContain('/imports/');
});
