import type { ComponentChildren, VNode } from 'preact';

/** Charts (560 pixels wide) or tables side by side where there is room, else one below another. */
export function Columns(props: { readonly children: ComponentChildren }): VNode {
  return <div class="wellplaced-columns">{props.children}</div>;
}
