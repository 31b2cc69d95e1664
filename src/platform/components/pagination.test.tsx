import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { offeredPages, Pagination } from './pagination.tsx';

test.each([
  [1, 2, [1, 2]],
  [1, 9, [1, 2, undefined, 9]],
  [3, 5, [1, 2, 3, 4, 5]],
  [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
  [4, 9, [1, 2, 3, 4, 5, undefined, 9]],
])('on page %i of %i offers %j', (current, last, pages) => {
  expect(offeredPages(current, last)).toEqual(pages);
});

test('always offers the first, the last and the current page, rising, with no gap of one page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(299), (last, before) => {
      const current = Math.min(last, before + 1);
      const pages = offeredPages(current, last);
      expect(pages).toEqual(expect.arrayContaining([1, current, last]));
      pages.forEach((page, at) => {
        const next = pages[at + 1];
        if (page !== undefined && next !== undefined) expect(next).toBe(page + 1);
        if (page === undefined) expect((next ?? 0) - (pages[at - 1] ?? 0)).toBeGreaterThan(2);
      });
    }),
  );
});

test('links keep the query, and a list that fits one page has none', () => {
  const query = new URLSearchParams('group=U4&page=2');
  const html = renderToString(
    <Pagination path="/children" query={query} page={2} pageSize={20} total={41} />,
  );
  expect(html).toContain('href="/children?group=U4&amp;page=3"');
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  const none = <Pagination path="/c" query={query} page={1} pageSize={20} total={20} />;
  expect(renderToString(none)).toBe('');
});
