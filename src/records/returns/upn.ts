/** The letters of a check, without I, O and S (DfE, Unique pupil numbers: guidance, the check letter). */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
/** A permanent number ends with a digit, a temporary one with a letter. */
const FORM = /^[A-Z]\d{11}[\dA-Z]$/;
/** Why a child has no number (SSDA903 guide; UN7 in the children in need census). */
const NONE = /^UN[1-7]$/;

/** What each character of a number counts: a digit itself, a letter its place among those of the check. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...'0123456789'].map((digit, value) => [digit, value] as const),
  ...[...LETTERS].map((letter, value) => [letter, value] as const),
]);

/** The first letter that the twelve other characters of a number ask for: each of them by its place, 2 to 13, modulo 23. */
export function checkLetter(others: string): string {
  let sum = 0;
  for (let at = 0; at < others.length; at += 1) {
    sum += (VALUES.get(others[at] ?? '') ?? -1) * (at + 2);
  }
  return LETTERS[sum % LETTERS.length] ?? '';
}

/** What is wrong with a unique pupil number, to follow UPN and the value; undefined when it is one, or a code for having none. */
export function upnFault(upn: string): string | undefined {
  if (NONE.test(upn)) return undefined;
  if (upn.length !== 13) {
    return `has ${upn.length} characters, and a unique pupil number has 13 (or one of the codes UN1 to UN7 says why there is none)`;
  }
  const temporary = upn.at(-1) ?? '';
  if (!FORM.test(upn) || (/[A-Z]/.test(temporary) && !LETTERS.includes(temporary))) {
    return 'is no unique pupil number: that is a letter and twelve digits, the last of them a letter in a temporary one';
  }
  if (upn[0] === checkLetter(upn.slice(1))) return undefined;
  return 'is no unique pupil number: its first letter does not fit the other twelve characters, so one of them is wrong';
}
