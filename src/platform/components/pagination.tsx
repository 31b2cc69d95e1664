import type { VNode } from 'preact';
import { addressWith } from './address.ts';
import { libraryComponent } from './library-component.tsx';

/** Which pages a reader is offered: the first, the last, the current one and its neighbours; a gap is undefined. */
export function offeredPages(current: number, last: number): readonly (number | undefined)[] {
  const wanted = [1, current - 1, current, current + 1, last].filter(
    (number) => number >= 1 && number <= last,
  );
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  return numbers.flatMap((number, at) => {
    const before = numbers[at - 1] ?? 0;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [undefined, number] : [number];
  });
}

/** Links to the pages of a long list, counted from 1, by the query's `page`. Nothing when one page holds it all. */
export function Pagination(props: {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}): VNode | null {
  const last = Math.ceil(props.total / props.pageSize);
  if (last <= 1) return null;
  const href = (number: number) => addressWith(props.path, props.query, { page: String(number) });
  return libraryComponent('pagination', {
    ...(props.page > 1 ? { previous: { href: href(props.page - 1) } } : {}),
    ...(props.page < last ? { next: { href: href(props.page + 1) } } : {}),
    items: offeredPages(props.page, last).map((number) =>
      number === undefined
        ? { ellipsis: true }
        : { number, href: href(number), current: number === props.page },
    ),
  });
}
