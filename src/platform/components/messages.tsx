import type { ComponentChildren, VNode } from 'preact';
import { libraryComponent, renderedInside } from './library-component.tsx';

/** A state in a word or two. */
export function Tag(props: {
  readonly text: string;
  readonly colour?: 'green' | 'red' | 'yellow' | 'orange' | 'grey' | 'purple' | 'teal' | 'magenta';
}): VNode {
  return libraryComponent('tag', {
    text: props.text,
    ...(props.colour === undefined ? {} : { classes: `govuk-tag--${props.colour}` }),
  });
}

/** What has just happened, at the top of the page: done, or worth knowing. */
export function NotificationBanner(props: {
  readonly done?: boolean;
  readonly children: ComponentChildren;
}): VNode {
  return libraryComponent('notification-banner', {
    html: renderedInside(props.children),
    ...(props.done ? { type: 'success' } : {}),
  });
}

/** A sentence that must not be missed. */
export function WarningText(props: { readonly text: string }): VNode {
  return libraryComponent('warning-text', { text: props.text, iconFallbackText: 'Warning' });
}

/** A passage set apart from the text round it. */
export function InsetText(props: { readonly children: ComponentChildren }): VNode {
  return libraryComponent('inset-text', { html: renderedInside(props.children) });
}

/** A passage that opens when asked for. */
export function Details(props: {
  readonly summary: string;
  readonly open?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}): VNode {
  return libraryComponent('details', {
    summaryText: props.summary,
    html: renderedInside(props.children),
    open: props.open === true,
    classes: props.class,
  });
}
