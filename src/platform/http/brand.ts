import { createHash } from 'node:crypto';
import { WellplacedError } from '../../core/errors.ts';

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/**
 * The style sheet that carries the council's colour, with an address that changes with it; none when
 * the council keeps the service's own. Throws WellplacedError `unusable-brand-colour` when the colour
 * is not `#rrggbb` or white text on it would be hard to read (WCAG 2.2, 1.4.3: contrast under 4.5 to 1).
 */
export function brandSheet(
  colour: string | undefined,
): { readonly path: string; readonly css: string } | undefined {
  if (colour === undefined) return undefined;
  if (!/^#[0-9a-f]{6}$/i.test(colour) || 1.05 / (luminance(colour) + 0.05) < 4.5) {
    throw new WellplacedError(
      'unusable-brand-colour',
      `The council's brand colour "${colour}" is not a colour that white text can be read on.`,
      'Give it as # and six hexadecimal digits, dark enough for a contrast of 4.5 to 1 with white.',
    );
  }
  const css = `:root{--govuk-brand-colour:${colour.toLowerCase()}}`;
  const version = createHash('sha256').update(css).digest('hex').slice(0, 12);
  return { path: `/brand/${version}.css`, css };
}
