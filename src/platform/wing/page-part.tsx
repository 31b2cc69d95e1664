import type { VNode } from 'preact';
import type { PageRequest } from '../http/route.ts';
import { CouldNotBeRead } from './could-not-be-read.tsx';

declare const pageWithParts: unique symbol;

/** A page of a wing to which other wings may add parts; whoever adds one names it by this value. */
export interface PageWithParts {
  readonly name: string;
  readonly [pageWithParts]: true;
}

/** Declares a page to which parts may be added. */
export function openToParts(name: string): PageWithParts {
  return { name } as PageWithParts;
}

/** Something that a wing adds to another wing's page, for those who may see it. */
export interface PagePart<Permission extends string = string> {
  readonly page: PageWithParts;
  /** Its place on the page, for links to it: `visit`. No other part of the page has the same. */
  readonly anchor: string;
  /** Its heading. */
  readonly title: string;
  readonly permission: Permission;
  /** What stands under the heading. Nothing where there is nothing to show. */
  readonly show: (request: PageRequest) => Promise<VNode | undefined>;
}

/** A part as its page shows it. */
export interface ShownPart {
  readonly anchor: string;
  readonly title: string;
  readonly content: VNode;
}

/** The parts that have something to show; one that fails says so in its place, and the page goes on. */
export async function shownParts(
  request: PageRequest,
  parts: readonly PagePart[],
): Promise<readonly ShownPart[]> {
  const shown: ShownPart[] = [];
  for (const { anchor, title, show } of parts) {
    try {
      const content = await show(request);
      if (content !== undefined) shown.push({ anchor, title, content });
    } catch (error) {
      const content = <CouldNotBeRead reference={request.note(error)} />;
      shown.push({ anchor, title, content });
    }
  }
  return shown;
}
