/** No name, address or description that a council keeps in one cell is longer, and the keys of the database hold no more. */
const LONGEST_TEXT = 300;

/** Why a text is too long to be a value, to follow the column and the text; undefined when it is not. */
export function lengthFault(text: string, longest: number = LONGEST_TEXT): string | undefined {
  if (text.length <= longest) return undefined;
  return `is ${text.length.toLocaleString('en-GB')} characters long, and no value here has more than ${longest}`;
}

/** What is left of a letter of two units that was cut. */
const HALF_A_LETTER = /\p{Surrogate}$/u;

/** The beginning of a text that is too long to be shown or kept whole; a shorter one as it is. */
export function beginningOf(text: string, most: number = LONGEST_TEXT): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(HALF_A_LETTER, '')}…`;
}
