import type { VNode } from 'preact';
import { renderedInside } from '../components/library-component.tsx';
import { type Markup, ReadyMarkup } from '../components/ready-markup.tsx';

const drawn = new WeakMap<object, Map<string, Markup>>();

/**
 * Charts that are made of one thing alone, drawn once as long as the thing is held: of a report that
 * many ask for they are most of the work. `name` tells apart what is drawn of the same thing. The
 * thing must never change, and whoever remembers it says whose it is.
 */
export function drawnOnce(thing: object, name: string, draw: () => VNode): VNode {
  const before = drawn.get(thing) ?? new Map<string, Markup>();
  drawn.set(thing, before);
  const markup = before.get(name) ?? renderedInside(draw());
  before.set(name, markup);
  return <ReadyMarkup markup={markup} />;
}
