import { inFigures } from '../../core/english.ts';

/** A rise in per cent with its sign: `+4.2 %`; a dash where there is none to tell. */
export function perCent(rise: number | null | undefined): string {
  if (rise === null || rise === undefined) return '–';
  // The sign and the number stay in one line.
  return `${rise > 0 ? '+' : ''}${inFigures(rise)}\u00a0%`;
}
