import { codeListOf } from './code-list.ts';

/** SEX: 1 and 2 up to the 2024 return, letters from 2025. */
export const SEXES = codeListOf([
  ['1', 'Male', { to: 2024 }],
  ['2', 'Female', { to: 2024 }],
  ['M', 'Male', { from: 2025 }],
  ['F', 'Female', { from: 2025 }],
  ['U', 'Unknown', { from: 2025 }],
]);

/** ETHNIC. */
export const ETHNICITIES = codeListOf([
  ['WBRI', 'White British'],
  ['WIRI', 'White Irish'],
  ['WOTH', 'Any other White background'],
  ['WIRT', 'Traveller of Irish heritage'],
  ['WROM', 'Gypsy or Roma'],
  ['MWBC', 'White and Black Caribbean'],
  ['MWBA', 'White and Black African'],
  ['MWAS', 'White and Asian'],
  ['MOTH', 'Any other mixed background'],
  ['AIND', 'Indian'],
  ['APKN', 'Pakistani'],
  ['ABAN', 'Bangladeshi'],
  ['AOTH', 'Any other Asian background'],
  ['BCRB', 'Caribbean'],
  ['BAFR', 'African'],
  ['BOTH', 'Any other Black background'],
  ['CHNE', 'Chinese'],
  ['OOTH', 'Any other ethnic group'],
  ['REFU', 'Refused'],
  ['NOBT', 'Information not yet obtained'],
]);

/** Columns that hold 0 or 1. */
export const YES_NO = codeListOf([
  ['0', 'No'],
  ['1', 'Yes'],
]);
