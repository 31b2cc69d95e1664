import { WellplacedError } from '../../core/errors.ts';

/** Of a county (E10), its district (E07), a unitary authority (E06), metropolitan district (E08) or London borough (E09): ONS, Code History Database. */
const ONS_CODE = /^E(06|07|08|09|10)\d{6}$/;

/**
 * The ONS codes that somebody typed, parted by commas, spaces or lines, each once and in order. Throws
 * a WellplacedError `area-code-unknown` that names the first that is none.
 */
export function areaCodesIn(text: string): readonly string[] {
  const codes = [...new Set(text.toUpperCase().split(/[\s,;]+/))].filter((code) => code !== '');
  const wrong = codes.find((code) => !ONS_CODE.test(code));
  if (wrong === undefined && codes.length > 0) return codes;
  throw new WellplacedError(
    'area-code-unknown',
    wrong === undefined
      ? 'No code was entered.'
      : `“${wrong.slice(0, 20)}” is not the ONS code of a county, district, unitary authority or borough of England: E06, E07, E08, E09 or E10 and six digits.`,
    'Enter the ONS code of the county, unitary authority, district or borough, such as E10000021.',
  );
}
