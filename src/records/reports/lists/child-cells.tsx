import type { ComponentChildren } from 'preact';
import type { TabularColumn } from '../../../platform/downloads/tabular-data.ts';
import type { Role } from '../../../platform/permission/roles.ts';
import { paths } from '../../paths.ts';
import { mayDo } from '../../permissions.ts';

/** The name under which a child stands in every list and file. */
export const PSEUDONYM_COLUMN: TabularColumn = {
  key: 'package',
  heading: 'Package',
  type: 'text',
};

/** Columns that say which child a row is about: the council's own identifier too, for those who may see a child. */
export function childColumns(roles: readonly Role[]): readonly TabularColumn[] {
  return mayDo(roles, 'see a child')
    ? [PSEUDONYM_COLUMN, { key: 'childId', heading: 'Child', type: 'text' }]
    : [PSEUDONYM_COLUMN];
}

/** The cells of those columns, the child linked to its page. */
export function childCells(
  roles: readonly Role[],
  row: { readonly package: string; readonly childId: string },
): Readonly<Record<string, ComponentChildren>> {
  const name = <span class="wellplaced-code">{row.package}</span>;
  if (!mayDo(roles, 'see a child')) return { package: name };
  return {
    package: name,
    childId: (
      <a class="govuk-link govuk-link--no-visited-state" href={paths.child(row.childId)}>
        {row.childId}
      </a>
    ),
  };
}

/** Whether the row is of the child searched for: part of the pseudonym or, for those who may see a child, of the identifier. */
export function isSearched(
  roles: readonly Role[],
  search: string | undefined,
  row: { readonly package: string; readonly childId: string },
): boolean {
  if (search === undefined) return true;
  const sought = search.toLowerCase();
  if (row.package.toLowerCase().includes(sought)) return true;
  return mayDo(roles, 'see a child') && row.childId.toLowerCase().includes(sought);
}
