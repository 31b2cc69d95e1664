import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Markup } from '../components/ready-markup.tsx';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** What a plot draws, without the element round it, and the size it was drawn for. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly markup: Markup;
}

/**
 * Draws a plot on a document of the server's own. Its style element is left out: the content security
 * policy would refuse it, and its rules stand in the style sheet. Texts come from marks and axes only,
 * whose elements the document escapes; never give a mark a `title`, which it does not.
 */
export function drawing(
  options: Plot.PlotOptions & { readonly width: number; readonly height: number },
): Drawing {
  const svg = Plot.plot({ ...options, document: document as never, className: 'wellplaced-plot' });
  svg.querySelector('style')?.remove();
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return { width: options.width, height: options.height, markup: svg.innerHTML as Markup };
}
