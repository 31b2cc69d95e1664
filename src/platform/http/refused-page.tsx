import type { Role } from '../permission/roles.ts';
import { type PageReply, page } from './reply.ts';
import type { Person } from './route.ts';

function whatIsHeld({ roles }: Person): string {
  const [role] = roles;
  if (role === undefined) return 'and you have no role yet';
  if (roles.length === 1) return `which your role, ${role}, does not hold`;
  return `which none of your roles holds: ${roles.join(', ')}`;
}

/** For a person none of whose roles holds the route's permission: what is missing, who has it, who can give it. */
export function refusedPage(
  person: Person,
  missing: {
    readonly permission: string;
    readonly roles: readonly Role[];
    /** The names of those who can give a role. */
    readonly administrators: readonly string[];
  },
): PageReply {
  const { permission, roles, administrators } = missing;
  const named = administrators.length === 0 ? '' : `: ${administrators.join(', ')}`;
  return page({
    title: 'You cannot see this page',
    status: 403,
    content: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">You cannot see this page</h1>
          <p class="govuk-body">
            It needs the permission <strong>{permission}</strong>, {whatIsHeld(person)}. Roles that
            hold it:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {roles.map((role) => (
              <li key={role}>{role}</li>
            ))}
          </ul>
          <p class="govuk-body">
            If your work needs it, ask an administrator of Wellplaced in your council, who can give
            you a role{named}.
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href="/">
              Go to the home page
            </a>
          </p>
        </div>
      </div>
    ),
  });
}
