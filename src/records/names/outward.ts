const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}\b/gi;

/** The text with every whole postcode in it, which tells a handful of houses, cut to its outward half, which tells a part of a town. */
export function withoutWholePostcodes(text: string): string {
  return text.replaceAll(POSTCODE, '$1');
}
