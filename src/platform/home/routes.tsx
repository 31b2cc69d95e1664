import type { VNode } from 'preact';
import { page } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import type { Route } from '../permission/ground-permissions.ts';

/** What of one wing is theirs to do today, the most urgent first. */
type AtHome = (request: PageRequest) => Promise<readonly VNode[]>;

function HomeView(props: { readonly name: string; readonly parts: readonly VNode[] }): VNode {
  const { name, parts } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Today, for {name}</h1>
      {parts}
      {parts.length === 0 && <p class="govuk-body">Nothing waits for you today.</p>}
    </>
  );
}

/** The page that everybody starts from: what is theirs to do today, wing by wing. */
export function homeRoutes(wings: readonly AtHome[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/',
      permission: 'see own home',
      async handle(request) {
        const { name } = request.person;
        const parts: VNode[] = [];
        for (const atHome of wings) parts.push(...(await atHome(request)));
        const content = <HomeView name={name} parts={parts} />;
        return page({ title: `Today, for ${name}`, section: 'Home', content });
      },
    },
  ];
}
