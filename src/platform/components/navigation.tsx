import type { VNode } from 'preact';
import { libraryComponent } from './library-component.tsx';

/** The sections of the service, in the order of the navigation. */
export const SECTIONS = [
  'Home',
  'Records',
  'Reviews',
  'Services',
  'Claims',
  'Programme',
  'Forecast',
  'Reports',
  'Audit',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A section that has pages, with the address of its first. */
export interface Section {
  readonly name: SectionName;
  readonly href: string;
}

/** The sections that have pages, in their fixed order, the current one marked. */
export function Navigation(props: {
  readonly sections: readonly Section[];
  readonly current: SectionName | undefined;
}): VNode {
  const items = SECTIONS.flatMap((name) => props.sections.filter((item) => item.name === name));
  return libraryComponent('service-navigation', {
    navigationLabel: 'Main',
    navigation: items.map((item) => ({
      text: item.name,
      href: item.href,
      active: item.name === props.current,
    })),
  });
}
