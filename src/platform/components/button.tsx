import type { VNode } from 'preact';
import { libraryComponent } from './library-component.tsx';

/** A button that sends the form it stands in, or a link that looks like one when it has an address. */
export function Button(props: {
  readonly text: string;
  readonly href?: string;
  readonly kind?: 'secondary' | 'warning';
  readonly name?: string;
  readonly value?: string;
}): VNode {
  const { kind, ...params } = props;
  return libraryComponent('button', {
    ...params,
    ...(kind === undefined ? {} : { classes: `govuk-button--${kind}` }),
    ...(props.href === undefined ? { type: 'submit', preventDoubleClick: true } : {}),
  });
}
