import type { CodeList } from '../codes/code-list.ts';

/** A stored value as a person reads it: `additional_support` is "Additional support". */
export function inWords(value: string): string {
  const words = value.replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A code of the return with what it means, `CARPL: …`; one that is in no list as not known. */
export function codeInWords(code: string | undefined, list: CodeList): string | null {
  if (code === undefined) return null;
  const known = list.get(code);
  return known === undefined ? `${code}: not known` : `${code}: ${known.name}`;
}
