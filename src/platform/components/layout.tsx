import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetPath } from '../http/assets.ts';
import { withFormToken } from '../http/form-token.ts';
import type { PageReply } from '../http/reply.ts';
import type { Surroundings } from '../http/respond.ts';
import type { Person } from '../http/route.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { libraryComponent } from './library-component.tsx';
import { NotificationBanner } from './messages.tsx';
import { Navigation, SectionNavigation } from './navigation.tsx';

/** The service's name. */
const SERVICE_NAME = 'Wellplaced';

/** What a browser's tab and history show: the page, the service, the council. */
export function documentTitle(
  page: Pick<PageReply, 'title' | 'status'>,
  council: string | undefined,
): string {
  const error = page.status !== undefined && page.status >= 400 && page.status < 500;
  const problem = error && page.status === 422 ? 'Error: ' : '';
  const whose = council === undefined ? '' : ` – ${council}`;
  return `${problem}${page.title} – ${SERVICE_NAME}${whose}`;
}

/** Who is signed in, the way to their account and out. */
function SignedIn({ person }: { readonly person: Person }): VNode {
  return (
    <div class="wellplaced-header__person">
      <p>
        <span class="govuk-visually-hidden">You are </span>
        <a class="wellplaced-header__link" href="/account">
          {person.name}
        </a>
        , {person.roles.length === 0 ? 'no role yet' : person.roles.join(', ')}
      </p>
      <form method="post" action="/sign-out">
        <button class="wellplaced-header__link" type="submit">
          Sign out
        </button>
      </form>
    </div>
  );
}

function Header({ around }: { readonly around: Surroundings }): VNode {
  return (
    <div class="wellplaced-header">
      <div class="wellplaced-header__container govuk-width-container">
        <div>
          <a class="wellplaced-header__home" href="/">
            {SERVICE_NAME}
          </a>
          {around.council && <span class="wellplaced-header__council">{around.council.name}</span>}
        </div>
        {around.session && <SignedIn person={around.session.person} />}
      </div>
    </div>
  );
}

function TrialBanner({ around }: { readonly around: Surroundings }): VNode | null {
  if (!around.trial) return null;
  return (
    <aside class="wellplaced-phase" aria-label="About this set-up">
      {libraryComponent('phase-banner', {
        tag: { text: around.council?.demonstration ? 'Demonstration' : 'Trial' },
        text: 'Trial set-up: live children’s records belong on a PostgreSQL server.',
      })}
    </aside>
  );
}

function Head({
  page,
  around,
}: {
  readonly page: PageReply;
  readonly around: Surroundings;
}): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{documentTitle(page, around.council?.name)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="robots" content="noindex, nofollow" />
      <link rel="icon" href={assetPath('images/icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetPath('wellplaced.css')} />
      {around.brandPath && <link rel="stylesheet" href={around.brandPath} />}
      {page.refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(page.refreshSeconds)} />
        </noscript>
      )}
    </head>
  );
}

function Body({ page, around }: { readonly page: PageReply; readonly around: Surroundings }) {
  const crumbs = page.breadcrumbs ?? [];
  return (
    <body class="govuk-template__body">
      <script src={assetPath('supported.js')} />
      {libraryComponent('skip-link', { href: '#main-content', text: 'Skip to main content' })}
      <header>
        <Header around={around} />
        {around.sections.length > 0 && (
          <Navigation sections={around.sections} current={page.section} />
        )}
      </header>
      <div class="govuk-width-container wellplaced-page">
        <TrialBanner around={around} />
        <SectionNavigation
          section={around.sections.find(({ name }) => name === page.section)}
          path={around.path}
          above={crumbs}
        />
        {crumbs.length > 0 && <Breadcrumbs items={crumbs} />}
        <main class="govuk-main-wrapper" id="main-content">
          {around.done !== undefined && (
            <NotificationBanner done>
              <p class="govuk-notification-banner__heading">{around.done}</p>
            </NotificationBanner>
          )}
          {page.content}
        </main>
      </div>
      <footer class="wellplaced-footer">
        <div class="govuk-width-container">
          <p>
            {SERVICE_NAME}
            {around.council && ` for ${around.council.name}`}. Children’s records are confidential:
            see and share only what your work needs.
          </p>
        </div>
      </footer>
      <script type="module" src={assetPath('wellplaced.js')} />
    </body>
  );
}

/** The whole document of a page: what stands on every page, with the page's content inside. */
export function wholePage(page: PageReply, around: Surroundings): string {
  const document = (
    <html lang="en-GB" class="govuk-template">
      <Head page={page} around={around} />
      <Body page={page} around={around} />
    </html>
  );
  const html = `<!DOCTYPE html>${renderToString(document)}`;
  return around.session === undefined ? html : withFormToken(html, around.session.formToken);
}
