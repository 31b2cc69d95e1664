import { notFoundPage } from '../../platform/http/problem-page.tsx';
import type { PageReply } from '../../platform/http/reply.ts';
import type { Role } from '../../platform/permission/roles.ts';
import { paths } from '../paths.ts';
import { mayDo } from '../permissions.ts';

/** The answer for a child whom there is not, and to the letter the same for one who is hidden from the reader. */
export function noSuchChildPage(roles: readonly Role[]): PageReply {
  return notFoundPage(
    'The council’s records hold no child with this identifier, or none that you may see.',
    mayDo(roles, 'open a restricted child')
      ? {
          text: 'Open a restricted child for an hour, with a reason',
          href: paths.openRestrictedChild,
        }
      : undefined,
  );
}
