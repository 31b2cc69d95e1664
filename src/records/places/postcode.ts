const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** The postcode in upper case with one space before its last three characters; undefined when it is not a whole postcode. */
export function normalisePostcode(text: string): string | undefined {
  const match = POSTCODE.exec(text.toUpperCase().replace(/\s+/g, ''));
  return match === null ? undefined : `${match[1]} ${match[2]}`;
}
