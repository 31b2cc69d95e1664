import type { Between, ChangesFilter } from './change.ts';
import { withChanges } from './changes-sql.ts';

/** The changes between two states as a filter leaves them: a WITH list, a condition, and their parameters. */
export function narrowing(filter: ChangesFilter, { from, until }: Between, authority: string) {
  const parameters: unknown[] = [authority, from, until];
  const conditions: string[] = [];
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const { table, kind, cause, childIds } = filter;
  const childrenIn = childIds === undefined ? undefined : parameters.push(childIds);
  if (kind !== undefined) conditions.push(`kind = ${place(kind)}`);
  if (cause !== undefined) conditions.push(`revision = ${place(cause)}::integer`);
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return { with: withChanges({ table, childrenIn }), where, parameters, place };
}
