import { type RawBuilder, sql } from 'kysely';
import type { SortOrder } from '../../platform/components/sortable-heading.tsx';
import { areaOf, GROUP_POSITION, MILES, PROVIDER_NAME, SEX } from './children-expressions.ts';

/** The columns that the list can be sorted by. */
export const SORT_KEYS = [
  'child',
  'age',
  'sex',
  'placement',
  'provider',
  'legalStatus',
  'area',
  'miles',
  'placementStart',
  'since',
  'weekly',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** How the list is sorted. */
export interface ChildrenOrder {
  readonly key: SortKey;
  readonly order: SortOrder;
}

/** The columns that the database can sort by: where a placement began is only told by the rules that join episodes. */
export type DatabaseKey = Exclude<SortKey, 'placementStart'>;

function sortedBy(key: DatabaseKey, areaCodes: readonly string[]): readonly RawBuilder<unknown>[] {
  switch (key) {
    case 'child':
      return [];
    case 'age':
      return [sql`- (c.dob - date '1970-01-01')`];
    case 'sex':
      return [SEX];
    case 'placement':
      return [GROUP_POSITION, sql`s.place`];
    case 'provider':
      return [PROVIDER_NAME, sql`s.place_provider`];
    case 'legalStatus':
      return [sql`s.ls`];
    case 'area':
      return [areaOf(areaCodes)];
    case 'miles':
      return [MILES];
    case 'since':
      return [sql`case when s.ls in ('V3', 'V4') then null else period.since end`];
    case 'weekly':
      return [sql`w.weekly`];
  }
}

/** ORDER BY: what is not known comes last either way, and children who are alike come by identifier. */
export function orderBy(
  { key, order }: { readonly key: DatabaseKey; readonly order: SortOrder },
  areaCodes: readonly string[],
): RawBuilder<unknown> {
  const direction = sql.raw(order === 'descending' ? 'desc' : 'asc');
  const columns = sortedBy(key, areaCodes).map((column) => sql`${column} ${direction} nulls last`);
  // An expression, so that the few selected are sorted: by the bare key the database would walk every
  // episode in its order.
  const child = sql`(s.child_id || '') ${key === 'child' ? direction : sql``}`;
  return sql`order by ${sql.join([...columns, child])}`;
}
