import { NOTHING, type Pence, penceOf } from './money.ts';

/** What ledgers and people write most: `1234.5`, `-12.00`. */
const USUAL = /^-?\d{1,12}(?:\.\d{1,2})?$/;

/** No amount is longer as it is written. */
const LONGEST = 60;

const SPACES = /[\s\u00A0\u2007-\u200A\u202F\u205F]+/g;
const MINUSES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

const WHOLE = String.raw`\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+`;
/** A number with at most one sign before or after it, and the currency once. */
const WRITTEN = new RegExp(
  String.raw`^(?<before>[-+])? ?(?:£|GBP)? ?(?<inner>[-+])? ?(?<whole>${WHOLE})(?:\.(?<pence>\d+))?` +
    ' ?(?:GBP)? ?(?<after>[-+]|CR|DR)?(?: ?GBP)?$',
);
const BRACKETED = /^(?:£|GBP)? ?\(([^()]*)\)(?: ?GBP)?$/;
/** A dash alone is nought in the accounting formats of spreadsheets. */
const DASH_FOR_NOUGHT = /^(?:£|GBP)? ?-$/;

/** A number's decimals as two digits; undefined when they say more than pence or could be thousands. */
function penceDigits(whole: string, decimals: string): string | undefined {
  if (decimals.length <= 2) return decimals.padEnd(2, '0');
  if (!/^0*$/.test(decimals.slice(2))) return undefined;
  // 1.500 is one pound fifty with a surplus nought here, and fifteen hundred on the Continent.
  const couldBeThousands = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldBeThousands ? undefined : decimals.slice(0, 2);
}

/** Pence of an amount with at most two decimals and nothing but digits, a point and a minus. */
function usualPounds(text: string): Pence {
  const point = text.indexOf('.');
  const pounds = point === -1 ? text : text.slice(0, point);
  const decimals = point === -1 ? 0 : Number(text.slice(point + 1).padEnd(2, '0'));
  const whole = Math.abs(Number(pounds)) * 100 + decimals;
  return penceOf(text.startsWith('-') ? -whole : whole);
}

function plainSigns(text: string): string {
  return text.replaceAll(SPACES, ' ').replaceAll(MINUSES, '-').trim().toUpperCase();
}

/**
 * Reads pounds as people and ledgers write them into pence: `1234.5`, `£1,234.50`, `1 234.50`,
 * `GBP 12`; negative as `-12.00`, `12.00-`, `(12.00)`, `£ (12.00)`, `12.00 CR` or with a Unicode
 * minus, `DR` positive; `-` for nought; noughts after the pence. Undefined when it is not an amount, has
 * parts of a penny, or could be read in two ways (`1.500`, `1.234,50`, two signs).
 */
export function parsePounds(text: string): Pence | undefined {
  if (text.length > LONGEST) return undefined;
  if (USUAL.test(text)) return usualPounds(text);
  const written = plainSigns(text);
  if (DASH_FOR_NOUGHT.test(written)) return NOTHING;
  const bracketed = BRACKETED.exec(written)?.[1];
  const parts = WRITTEN.exec((bracketed ?? written).trim())?.groups;
  if (parts === undefined) return undefined;
  const signs = [parts.before, parts.inner, parts.after].filter((sign) => sign !== undefined);
  if (signs.length + (bracketed === undefined ? 0 : 1) > 1) return undefined;
  const whole = parts.whole ?? '';
  const decimals = penceDigits(whole, parts.pence ?? '');
  if (decimals === undefined) return undefined;
  const amount = Number(whole.replaceAll(/[ ,]/g, '')) * 100 + Number(decimals);
  if (!Number.isSafeInteger(amount)) return undefined;
  const [sign] = signs;
  const negative = bracketed !== undefined || sign === '-' || sign === 'CR';
  return penceOf(negative ? -amount : amount);
}

const FAULTS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:[-+(].*(?:[-+]|CR|DR)$)|[-+].*[-+]|\(.*[-+]/,
    'has more than one sign; write 1234.50 or -1234.50',
  ],
  [
    /^[-+]?[\d.]+E[-+]?\d+$/,
    'is a number that a spreadsheet shortened, so its pence are lost; format the column as a number and export it again',
  ],
  [
    /^\D*(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}\D*$/,
    'has a comma before its pence; write 1234.50 with a full stop, so that it is not read a hundred times too large',
  ],
  [/^\D*\d{1,3}(?:\.\d{3}){2,}\D*$/, 'has full stops between its thousands; write 1234567.00'],
  [
    /^\D*[1-9]\d{0,2}\.\d\d0\D*$/,
    'has three decimals, so it may be pounds and pence or thousands of pounds; write pounds and pence with two decimals',
  ],
  [/^\D*[\d, ]+\.\d{3,}\D*$/, 'has more than two decimals; write pounds and pence'],
  [
    /^\D*\d[\d, ]*[, ][\d, ]*(?:\.\d*)?\D*$/,
    'has commas or spaces that part no thousands; write 1234.50',
  ],
  [/^\D*\d{13,}/, 'is too large to be an amount'],
];

/** Why an amount was not read, to follow the column and the text. */
export function poundsFault(text: string): string {
  const written = plainSigns(text);
  const found = written.length > LONGEST ? undefined : FAULTS.find(([form]) => form.test(written));
  return found?.[1] ?? 'is not an amount; write pounds and pence as 1234.50';
}
