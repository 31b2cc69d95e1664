import type { ComponentChildren, VNode } from 'preact';
import { libraryComponent, renderedInside } from './library-component.tsx';

/** One fact: what it is, and its value. */
export interface SummaryRow {
  readonly key: string;
  readonly value: ComponentChildren;
  readonly action?: { readonly text: string; readonly href: string };
}

/** Facts about one thing, each with its name. */
export function SummaryList(props: { readonly rows: readonly SummaryRow[] }): VNode {
  return libraryComponent('summary-list', {
    rows: props.rows.map((row) => ({
      key: { text: row.key },
      value: { html: renderedInside(row.value) },
      ...(row.action === undefined
        ? {}
        : { actions: { items: [{ ...row.action, visuallyHiddenText: row.key.toLowerCase() }] } }),
    })),
  });
}
