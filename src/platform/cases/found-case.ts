import type { VNode } from 'preact';
import type { Crumb } from '../components/breadcrumbs.tsx';
import { notFoundPage } from '../http/problem-page.tsx';
import { page, type Reply } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import type { CaseOf } from './case.ts';
import { shownOf } from './case-audit.ts';

/** A case as its pages need it. */
export interface FoundCase {
  readonly of: CaseOf;
  /** As its page is headed. */
  readonly heading: string;
  /** Its page's address. */
  readonly path: string;
}

/** What a wing says of its cases. */
export interface CasesOfWing {
  readonly section: string;
  readonly breadcrumbs: readonly Crumb[];
  /** The case that the address names, as the person may see it. */
  readonly find: (request: PageRequest) => Promise<FoundCase | undefined>;
}

/** How the pages of a wing's cases answer. */
export function caseAnswers({ find, ...place }: CasesOfWing) {
  const answer = (
    { heading, of, path }: FoundCase,
    title: string,
    content: VNode,
    status?: number,
  ): Reply =>
    page({
      title,
      section: place.section,
      breadcrumbs: [...place.breadcrumbs, { text: heading, href: path }],
      ...(status !== undefined && { status }),
      shown: shownOf(of),
      content,
    });

  /** What the request names, or a page that says it is not there. */
  const within =
    (work: (request: PageRequest, found: FoundCase) => Promise<Reply>) =>
    async (request: PageRequest): Promise<Reply> => {
      const found = await find(request);
      if (found !== undefined) return work(request, found);
      // What is sent to no case is let through unread, so that the browser can end its sending.
      for await (const _file of request.files) break;
      return notFoundPage('There is no such case.');
    };

  return { answer, within };
}
