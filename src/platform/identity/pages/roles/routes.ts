import { page } from '../../../http/reply.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import type { IdentityContext } from '../../identity-context.ts';
import { identityPaths } from '../../paths.ts';
import { ROLES_TITLE, RolesView } from './view.tsx';

/** What each role may do, for whoever is signed in. */
export function rolesRoutes({
  permissions,
}: Pick<IdentityContext, 'permissions'>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: identityPaths.roles,
      permission: 'keep own account',
      handle: () =>
        page({
          title: ROLES_TITLE,
          section: 'People',
          breadcrumbs: [{ text: 'Your account', href: identityPaths.account }],
          content: RolesView({ permissions }),
        }),
    },
  ];
}
