import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';

declare const markup: unique symbol;

/** HTML or SVG that a library has made and escaped, ready to stand in a page. */
export type Markup = string & { readonly [markup]: true };

/**
 * Puts markup into a page as it stands, with no element round it: the only door by which a string
 * becomes HTML. Only this folder's library components and the charts may use it.
 */
export function ReadyMarkup(props: { readonly markup: Markup }): VNode {
  return jsxTemplate([props.markup]);
}
