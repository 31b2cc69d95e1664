import { type Audit, exportOf } from '../../../../platform/http/audit-event.ts';
import { listRoutes } from '../../../../platform/lists/list-routes.ts';
import type { Route } from '../../../permissions.ts';
import { childrenList } from './children-list.tsx';
import { sendNames } from './names-file.ts';

/** A pseudonym, or one word with a figure in it, as identifiers are. */
const IDENTIFIER = /^\s*(P-\S+|\S*\d\S*)\s*$/i;

/** The trail is read by people who see no names: what may have been typed to search for one is not kept in it. */
function withoutNamesTyped(audit: Audit): Audit {
  return (request) => {
    const event = audit(request);
    const { search } = event.key;
    if (search === undefined || IDENTIFIER.test(search)) return event;
    return { ...event, key: { ...event.key, search: 'words, not kept' } };
  };
}

/** The list of children, the same as a file, and the names of those on it as another. */
export function childrenRoutes(): readonly Route[] {
  return [
    ...listRoutes(childrenList, withoutNamesTyped),
    {
      method: 'GET',
      path: '/children/names/file/:format',
      permission: 'see names and addresses of children',
      audit: withoutNamesTyped(exportOf('names and addresses of children')),
      handle: sendNames,
    },
  ];
}
