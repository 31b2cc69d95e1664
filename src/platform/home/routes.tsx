import type { VNode } from 'preact';
import { viewOf } from '../http/audit-event.ts';
import { page } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import type { Route } from '../permission/ground-permissions.ts';
import { type AllWork, loadWork, type WorkFound } from '../tasks/load-work.ts';
import { WorkAtHome } from '../tasks/pages/work-at-home.tsx';
import { CouldNotBeRead } from '../wing/could-not-be-read.tsx';

/** What of one wing a person's role answers for, in figures. */
export type AtHome = (request: PageRequest) => Promise<readonly VNode[]>;

/** The figures of each wing; one that fails says so in its place, and keeps no other from the page. */
async function figuresOf(request: PageRequest, wings: readonly AtHome[]): Promise<VNode[]> {
  const figures: VNode[] = [];
  for (const atHome of wings) {
    try {
      figures.push(...(await atHome(request)));
    } catch (error) {
      figures.push(<CouldNotBeRead reference={request.note(error)} />);
    }
  }
  return figures;
}

function HomeView(props: {
  readonly request: PageRequest;
  readonly found: WorkFound;
  readonly figures: readonly VNode[];
}): VNode {
  const { request, found, figures } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Today, for {request.person.name}</h1>
      <WorkAtHome found={found} today={request.today} />
      {figures}
    </>
  );
}

/** The page that everybody starts from: what waits for them, of all wings, then the figures that their role answers for. */
export function homeRoutes(all: AllWork, wings: readonly AtHome[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/',
      permission: 'see own home',
      audit: viewOf('waiting work'),
      async handle(request) {
        const found = await loadWork(all, request, request.note);
        const figures = await figuresOf(request, wings);
        const title = `Today, for ${request.person.name}`;
        return page({ title, section: 'Home', content: HomeView({ request, found, figures }) });
      },
    },
  ];
}
