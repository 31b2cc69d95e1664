import { WellplacedError } from '../../core/errors.ts';

/** Of a county (E10), unitary authority (E06), metropolitan district (E08) or London borough (E09): ONS, Code History Database. Wales, Scotland and Northern Ireland have one letter of their own. */
const ONS_CODE = /^[EWSN]\d{8}$/;

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
      : `“${wrong.slice(0, 20)}” is not an ONS code: a letter and eight digits.`,
    'Enter the ONS code of the county, unitary authority, district or borough, such as E10000021.',
  );
}
