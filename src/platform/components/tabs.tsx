import type { ComponentChildren, VNode } from 'preact';
import { libraryComponent, renderedInside } from './library-component.tsx';

/** One view of several on the same page. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ComponentChildren;
}

/** Several views, one in sight at a time; without scripts all of them, under a list of links. */
export function Tabs(props: { readonly tabs: readonly Tab[] }): VNode {
  return libraryComponent('tabs', {
    items: props.tabs.map((tab) => ({
      id: tab.id,
      label: tab.label,
      panel: { html: renderedInside(tab.content) },
    })),
  });
}
