/** One code: what it means, and the return years in which it may be used. */
export interface Code {
  readonly name: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** A code list of the return, by code. */
export type CodeList = ReadonlyMap<string, Code>;

/** The return years whose code lists are held here; year N runs from 1 April N-1 to 31 March N. */
export const FIRST_SCHEME_YEAR = 2017;
export const LAST_SCHEME_YEAR = 2027;

/** A line of a code table: code, meaning, and the return years of its use when not all of them. */
export type CodeLine = readonly [
  code: string,
  name: string,
  years?: { readonly from?: number; readonly to?: number },
];

/** Builds a code list from its table. */
export function codeListOf(lines: readonly CodeLine[]): CodeList {
  return new Map(
    lines.map(([code, name, years]) => [
      code,
      {
        name,
        firstYear: years?.from ?? FIRST_SCHEME_YEAR,
        lastYear: years?.to ?? LAST_SCHEME_YEAR,
      },
    ]),
  );
}
