import { WellplacedError } from '../../../core/errors.ts';

const SAVE_AGAIN = 'Open it in Excel, save it again as .xlsx or CSV, and import that.';

/** A workbook that was damaged or never whole; `what` says where, as the end of a sentence. */
export function brokenWorkbook(path: string, what: string): WellplacedError {
  return new WellplacedError(
    'workbook-broken',
    `${path} is not a whole Excel workbook: ${what}.`,
    SAVE_AGAIN,
  );
}

/** A workbook of more than is read at once; `what` says of what, as the end of a sentence. */
export function tooLargeWorkbook(path: string, what: string): WellplacedError {
  return new WellplacedError(
    'workbook-too-large',
    `${path} ${what}.`,
    'Save the sheet as CSV, which may be of any size, and import that.',
  );
}

/** A file of some other kind than a workbook that can be read. */
export function notThisWorkbook(path: string, code: string, what: string): WellplacedError {
  return new WellplacedError(code, `${path} is ${what}.`, SAVE_AGAIN);
}
