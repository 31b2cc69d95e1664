/** Spreadsheets run a text that begins with one of these as a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n]/;
/** Such a text, or one with apostrophes before it already. */
const GUARDABLE = /^'*[=+\-@\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?\d[\d,]*(\.\d+)?$/;

/** The text with an apostrophe before it where a spreadsheet would run it. */
export function neverRun(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** As neverRun, for a file that comes back: plain numbers stay as they are, and `asItWas` gives every other text back exactly. */
export function guarded(text: string): string {
  return GUARDABLE.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** The text before `guarded`. */
export function asItWas(text: string): string {
  return text.startsWith("'") && GUARDABLE.test(text) ? text.slice(1) : text;
}
