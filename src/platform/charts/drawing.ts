import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Markup } from '../components/ready-markup.tsx';
import { type SeriesStyle, seriesStyle } from './palette.ts';

/** Makes the document that the charts of this process are drawn on. */
const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** The reference to a series' fill: its colour, or the hatching that `drawing` defines for the chart. */
export function seriesFill(chartId: string, at: number): string {
  const style = seriesStyle(at);
  return style.hatch === undefined ? style.fill : `url(#${chartId}-hatch-${at})`;
}

/** SVG for the hatchings of as many series as the chart has. */
export function hatchings(chartId: string, series: number): string {
  const pattern = (style: SeriesStyle, at: number): string =>
    style.hatch === undefined
      ? ''
      : `<pattern id="${chartId}-hatch-${at}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(${style.hatch})"><rect width="7" height="7" fill="${style.fill}"></rect><rect width="1.5" height="7" fill="#ffffff"></rect></pattern>`;
  return Array.from({ length: series }, (_none, at) => pattern(seriesStyle(at), at)).join('');
}

/** What names a drawing to someone who does not see it. */
export interface DrawingName {
  /** Unique on its page: letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in words. */
  readonly description: string;
  /** How many series have a style of their own. */
  readonly series: number;
}

/**
 * Draws a plot as SVG with a title, a description and the role of an image, and without the style
 * element that the content security policy would refuse (its rules stand in the style sheet).
 */
export function drawing(name: DrawingName, options: Plot.PlotOptions): Markup {
  const svg = Plot.plot({ ...options, document: document as never, className: 'wellplaced-plot' });
  svg.querySelector('style')?.remove();
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.setAttribute('class', 'wellplaced-chart__drawing');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${name.id}-title ${name.id}-description`);
  svg.removeAttribute('font-family');
  svg.setAttribute('font-size', '13');
  const title = document.createElement('title');
  title.id = `${name.id}-title`;
  title.textContent = name.title;
  const description = document.createElement('desc');
  description.id = `${name.id}-description`;
  description.textContent = name.description;
  const definitions = document.createElement('defs');
  definitions.innerHTML = hatchings(name.id, name.series);
  svg.prepend(title, description, definitions);
  return svg.outerHTML as Markup;
}
