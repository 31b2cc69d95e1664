import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Button } from '../../../components/button.tsx';
import { Tag } from '../../../components/messages.tsx';
import { SummaryList } from '../../../components/summary-list.tsx';
import { Table } from '../../../components/table.tsx';
import type { Person } from '../../../http/route.ts';
import { mayDo } from '../../../permission/ground-permissions.ts';
import type { AnyPermissions } from '../../../permission/permissions.ts';
import { identityPaths } from '../../paths.ts';
import { browserInWords, type ListedSession } from '../../session-list.ts';
import { MayDo } from '../roles/view.tsx';

function EndSession({ session }: { readonly session: ListedSession }): VNode {
  return (
    <form method="post" action={identityPaths.endSession}>
      <input type="hidden" name="session" value={session.sessionId} />
      <button class="wellplaced-link-button" type="submit">
        End
        <span class="govuk-visually-hidden">
          {' '}
          the session on {browserInWords(session.browser)} since {instantInWords(session.createdAt)}
        </span>
      </button>
    </form>
  );
}

function Sessions(props: {
  readonly sessions: readonly ListedSession[];
  readonly current: string;
}): VNode {
  return (
    <Table
      caption="Where you are signed in"
      columns={[
        { key: 'browser', heading: 'Browser', type: 'text' },
        { key: 'since', heading: 'Since', type: 'text' },
        { key: 'seen', heading: 'Last used', type: 'text' },
        { key: 'end', heading: 'End', type: 'text' },
      ]}
      rowHeader="browser"
      rows={props.sessions.map((session) => ({
        cells: {
          browser: browserInWords(session.browser),
          since: instantInWords(session.createdAt),
          seen:
            session.sessionId === props.current ? (
              <Tag text="This one" colour="green" />
            ) : (
              instantInWords(session.lastSeenAt)
            ),
          end: <EndSession session={session} />,
        },
      }))}
      empty="You are signed in nowhere."
    />
  );
}

/** A person's own account: who they are here, what they may do, where they are signed in. */
export function AccountView(props: {
  readonly person: Person;
  readonly permissions: AnyPermissions;
  readonly sessions: readonly ListedSession[];
  readonly current: string;
  /** How many access tokens of theirs work, and how many days after a sign-in they rest. */
  readonly tokens: number;
  readonly restDays: number;
}): VNode {
  const { name, roles } = props.person;
  return (
    <>
      <h1 class="govuk-heading-l">Your account</h1>
      <SummaryList
        rows={[
          { key: 'Name', value: name },
          { key: 'Role', value: roles.length === 0 ? 'No role yet' : roles.join(', ') },
          { key: 'You may', value: <MayDo roles={roles} permissions={props.permissions} /> },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={identityPaths.roles}>
          What each role may do
        </a>
      </p>
      {mayDo(roles, 'see people') && (
        <p class="govuk-body">
          <a class="govuk-link" href={identityPaths.people}>
            People who use Wellplaced, and their roles
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={identityPaths.accessTokens}>
          Access tokens for other systems
        </a>
        {props.tokens > 0 &&
          `: you have ${props.tokens}, which rest ${props.restDays} days after your last sign-in`}
      </p>
      <Sessions sessions={props.sessions} current={props.current} />
      <form method="post" action={identityPaths.endAllSessions}>
        <Button text="Sign out everywhere and revoke your tokens" kind="secondary" />
      </form>
    </>
  );
}
