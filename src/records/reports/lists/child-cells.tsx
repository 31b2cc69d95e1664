import type { ComponentChildren } from 'preact';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import { type Filter, textFilter } from '../../../platform/lists/filters.tsx';
import type { ListColumn } from '../../../platform/lists/list.ts';
import type { Role } from '../../../platform/permission/roles.ts';
import { paths } from '../../paths.ts';
import { mayDo } from '../../permissions.ts';

interface OfChild {
  readonly package: string;
  readonly childId: string;
}

/** A search for one child; the words stay out of the names of files. */
export const CHILD_SEARCH: Filter<string | undefined> = textFilter({
  label: 'Package or child',
  called: 'Package or child',
  personal: true,
});

function linked({ childId }: OfChild): ComponentChildren {
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={paths.child(childId)}>
      {childId}
    </a>
  );
}

/**
 * Columns that say which child a row is about: by pseudonym; for those who may see a child, on the page
 * by the council's own identifier too, linked to its page, and in a file by one of them alone. A file of
 * both would tell who is meant in every other file.
 */
export function childColumns(
  roles: readonly Role[],
): readonly ListColumn<OfChild, unknown, unknown>[] {
  const pseudonym: ListColumn<OfChild, unknown, unknown> = {
    key: 'package',
    heading: 'Package',
    type: 'text',
    cell: (row) => <span class="wellplaced-code">{row.package}</span>,
  };
  if (!mayDo(roles, 'see a child')) return [pseudonym];
  const identifier = { key: 'childId', heading: 'Child', type: 'text' } as const;
  return [
    { ...pseudonym, tells: 'under pseudonyms' },
    { ...identifier, tells: 'as on the page', cell: linked },
  ];
}

/** The column of pseudonyms, where the page names children by the council’s identifier and so its files can be had under them too. */
export function namesChildren({ person }: ReadingRequest): string | undefined {
  return mayDo(person.roles, 'see a child') ? 'package' : undefined;
}

/** Whether the row is of the child searched for: part of the pseudonym or, for those who may see a child, of the identifier. */
export function isSearched(
  roles: readonly Role[],
  search: string | undefined,
  row: OfChild,
): boolean {
  if (search === undefined) return true;
  const sought = search.toLowerCase();
  if (row.package.toLowerCase().includes(sought)) return true;
  return mayDo(roles, 'see a child') && row.childId.toLowerCase().includes(sought);
}
