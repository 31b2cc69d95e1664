import type { VNode } from 'preact';
import type { AnyPermissions } from '../../../permission/permissions.ts';
import { ROLES, type Role } from '../../../permission/roles.ts';

/** The title of the page, and its heading. */
export const ROLES_TITLE = 'What each role may do';

/** Where on the page a role stands. */
function anchorOf(role: Role): string {
  return role.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** What whoever holds one of the roles may do, in words, each with the name of its permission. */
export function MayDo(props: {
  readonly roles: readonly Role[];
  readonly permissions: AnyPermissions;
}): VNode {
  const { mayDo, names, table } = props.permissions;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {names
        .filter((name) => mayDo(props.roles, name))
        .map((name) => (
          <li key={name}>
            {table[name]?.inWords} <span class="govuk-hint">({name})</span>
          </li>
        ))}
    </ul>
  );
}

/** Every role with what it may do. */
export function RolesView({ permissions }: { readonly permissions: AnyPermissions }): VNode {
  return (
    <>
      <h1 class="govuk-heading-l">{ROLES_TITLE}</h1>
      <p class="govuk-body">
        Whoever holds several roles may do what any of them may. A child whom only named people may
        see is seen by nobody else, whatever the role.
      </p>
      <nav aria-label="Roles on this page" class="wellplaced-no-print">
        <p class="govuk-body-s">
          {ROLES.map((role, at) => (
            <span key={role}>
              {at === 0 ? '' : ', '}
              <a class="govuk-link govuk-link--no-visited-state" href={`#${anchorOf(role)}`}>
                {role}
              </a>
            </span>
          ))}
        </p>
      </nav>
      {ROLES.map((role) => (
        <section key={role}>
          <h2 class="govuk-heading-m" id={anchorOf(role)}>
            {role}
          </h2>
          <p class="govuk-body">May:</p>
          <MayDo roles={[role]} permissions={permissions} />
        </section>
      ))}
    </>
  );
}
