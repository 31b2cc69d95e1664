import { type Permission, rolesThatMay } from './permission.ts';
import { type PageReply, page } from './reply.ts';
import type { Person } from './route.ts';

/** For a person none of whose roles holds the route's permission: what is missing, who has it, who can give it. */
export function refusedPage(person: Person, missing: Permission): PageReply {
  return page({
    title: 'You cannot see this page',
    status: 403,
    content: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">You cannot see this page</h1>
          <p class="govuk-body">
            It needs the permission <strong>{missing}</strong>, which your role, {person.role}, does
            not hold. These roles do:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {rolesThatMay(missing).map((role) => (
              <li key={role}>{role}</li>
            ))}
          </ul>
          <p class="govuk-body">
            If your work needs it, ask an administrator of Wellplaced in your council:
            administrators give people their roles.
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
