/** Characters that take no room: soft hyphen, zero-width spaces and joiners, marks of direction, byte order mark (Unicode). */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Nearly every cell: printable ASCII that starts and ends with neither a space nor a mark that a spreadsheet adds. */
const USUAL = /^[^\s'="\u0080-\uFFFF](?:[^\u0080-\uFFFF]*[^\s'"\u0080-\uFFFF])?$/;

/** `="1234567"`, by which exports keep a spreadsheet from changing a value. */
const AS_FORMULA = /^="(.*)"$/s;

/** The text as a person sees it: without the spaces round it and without characters that take no room. */
export function visibleText(cell: string): string {
  return USUAL.test(cell) ? cell : cell.replaceAll(INVISIBLE, '').trim();
}

/**
 * The text of a value that is no prose: as visibleText, without the wrapping (`="…"`, a leading
 * apostrophe, a pair of apostrophes) in which spreadsheets keep it, and with full-width and other
 * compatible characters as plain ones (Unicode NFKC).
 */
export function plainText(cell: string): string {
  if (USUAL.test(cell)) return cell;
  let text = visibleText(cell).normalize('NFKC').trim();
  text = AS_FORMULA.exec(text)?.[1]?.trim() ?? text;
  if (text.length > 1 && text.startsWith("'")) {
    text = text.endsWith("'") && text.length > 2 ? text.slice(1, -1) : text.slice(1);
  }
  return text.trim();
}
