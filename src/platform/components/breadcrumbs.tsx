import type { VNode } from 'preact';
import { libraryComponent } from './library-component.tsx';

/** A page above this one. */
export interface Crumb {
  readonly text: string;
  readonly href: string;
}

/** The way down to this page, from the top. */
export function Breadcrumbs(props: { readonly items: readonly Crumb[] }): VNode {
  return libraryComponent('breadcrumbs', { items: props.items, collapseOnMobile: true });
}
