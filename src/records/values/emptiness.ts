/** What a spreadsheet or a database tool writes where it could not work a value out (Excel, LibreOffice, Google Sheets, Access). */
const ERRORS: ReadonlySet<string> = new Set([
  ...['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!'],
  ...['#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!', '#EXTERNAL!', '#PYTHON!'],
  ...['#GETTING_DATA', '#ERROR!', '#ERROR', '#DELETED', '#NUM', '#REF', '#VALUE', '#N/A!'],
]);
/** A column too narrow to show its number; LibreOffice's numbered errors. */
const OTHER_ERRORS = /^(?:#{2,}|ERR:\d{3})$/;

/** Marks that say of themselves that nothing stands here; nobody is called so. */
const MARKS: ReadonlySet<string> = new Set([
  ...['-', '--', '---', '–', '—', '.', '..', '...', 'N/A', 'N.A.', 'N\\A', '\\N', '""', "''"],
  ...['(BLANK)', '(NULL)', '(NONE)', '(EMPTY)', '<NULL>', '<NA>', '[NULL]', '[BLANK]'],
]);

/** Words for nothing that are names or words elsewhere: a family can be called Null. */
const WORDS: ReadonlySet<string> = new Set([
  ...['NULL', 'NONE', 'NIL', 'NAN', 'NA', 'NAT', 'UNDEFINED', 'NOT APPLICABLE'],
]);

/** Longer texts are none of these. */
const LONGEST = 16;

/** `error`: there is a value, and it cannot be read. `nothing`: the value is empty. */
export type Emptiness = 'error' | 'nothing';

/**
 * Whether the text of a cell stands for an error or for nothing, in any case; undefined when it is
 * a value. `inNames`: the column holds names, in which words such as Null are names. A column with
 * a code list asks its list first.
 */
export function emptinessOf(text: string, inNames = false): Emptiness | undefined {
  if (text.length > LONGEST) return undefined;
  if (text === '') return 'nothing';
  const upper = text.toUpperCase();
  if (MARKS.has(upper) || (!inNames && WORDS.has(upper))) return 'nothing';
  return ERRORS.has(upper) || OTHER_ERRORS.test(upper) ? 'error' : undefined;
}

/** Why an error cannot be used, to follow the column and the text. */
export const IS_AN_ERROR =
  'is an error of the spreadsheet it came from, not a value; mend it there and save again';
