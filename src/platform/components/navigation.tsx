import type { VNode } from 'preact';
import type { Crumb } from './breadcrumbs.tsx';
import { libraryComponent } from './library-component.tsx';

/** A page that stands in the navigation of its section. */
export interface SectionPage {
  readonly text: string;
  readonly href: string;
}

/** A section that has pages, with the address of its first. */
export interface Section {
  readonly name: string;
  readonly href: string;
  /** The pages one may go to from any page of the section. */
  readonly pages?: readonly SectionPage[];
}

/** The sections that have pages, the current one marked. */
export function Navigation(props: {
  readonly sections: readonly Section[];
  readonly current: string | undefined;
}): VNode {
  return libraryComponent('service-navigation', {
    navigationLabel: 'Main',
    navigation: props.sections.map((item) => ({
      text: item.name,
      href: item.href,
      active: item.name === props.current,
    })),
  });
}

/** The page whose address the path is, or starts with; the longest where several do. */
function pageAt(pages: readonly SectionPage[], path: string): SectionPage | undefined {
  return pages
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
}

/** The pages of the current section; marked is that at the path or, where none is, the nearest above it. Nothing for a section of one page. */
export function SectionNavigation(props: {
  readonly section: Section | undefined;
  readonly path: string;
  /** From the top down to the page above this one. */
  readonly above: readonly Crumb[];
}): VNode | null {
  const pages = props.section?.pages ?? [];
  if (pages.length < 2) return null;
  const upwards = [props.path, ...props.above.map(({ href }) => href).toReversed()];
  const current = upwards.map((path) => pageAt(pages, path)).find((page) => page !== undefined);
  return libraryComponent('moj-sub-navigation', {
    label: `Pages of ${props.section?.name}`,
    items: pages.map((page) => ({ ...page, active: page === current })),
  });
}
