import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { sortingFrom } from './sortable-heading.tsx';
import { Table, type TableColumn } from './table.tsx';

const columns: readonly TableColumn[] = [
  { key: 'name', heading: 'Name', type: 'text', sortable: true },
  { key: 'cost', heading: 'Cost', type: 'money', sortable: true },
  { key: 'from', heading: 'From', type: 'date' },
  { key: 'rate', heading: 'Rate', type: 'decimal' },
  { key: 'nights', heading: 'Nights', type: 'whole' },
];
const row = {
  cells: { name: '<b>', cost: 123_456, from: '2021-03-31', rate: 2.5, nights: 1040 },
};

test('writes values as their column’s type says', () => {
  const html = renderToString(
    <Table caption="Costs" columns={columns} rows={[row]} rowHeader="name" empty="None." />,
  );
  const cells = [...html.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, text]) => text);
  expect(cells.slice(5)).toEqual(['&lt;b>', '£1,234.56', '31/03/2021', '2.5', '1,040']);
  expect(html).toContain('<th scope="row"');
  expect(html).toContain('aria-label="Costs"');
});

test('says an empty cell with a dash, in a row of totals with nothing', () => {
  const cells = { name: 'x', cost: null };
  const html = renderToString(
    <Table
      caption="Costs"
      columns={columns.slice(0, 2)}
      rows={[{ cells }, { cells, total: true }]}
      empty="None."
    />,
  );
  expect(html.match(/–/g)).toHaveLength(1);
});

test('says so when there are no rows', () => {
  const html = renderToString(<Table caption="Costs" columns={columns} rows={[]} empty="None." />);
  expect(html).toBe('<p class="wellplaced-table-empty">None.</p>');
});

test('sorts by links that keep the filter, go back to the first page, and turn round', () => {
  const query = new URLSearchParams('group=U4&page=3&sort=cost&order=ascending');
  const sorting = sortingFrom('/children', query, ['name', 'cost'], {
    key: 'name',
    order: 'ascending',
  });
  const html = renderToString(
    <Table caption="Costs" columns={columns} rows={[row]} sorting={sorting} empty="None." />,
  );
  expect(html).toContain('href="/children?group=U4&amp;sort=cost&amp;order=descending"');
  expect(html).toContain('href="/children?group=U4&amp;sort=name&amp;order=ascending"');
  expect(html.match(/aria-sort="\w+"/g)).toEqual(['aria-sort="none"', 'aria-sort="ascending"']);
});

test('sorts as at first when the query asks for a column that may not be sorted by', () => {
  const first = { key: 'name', order: 'descending' } as const;
  const query = new URLSearchParams('sort=secret');
  expect(sortingFrom('/c', query, ['name'], first)).toEqual({ path: '/c', query, ...first });
});
