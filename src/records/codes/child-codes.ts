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

/** PREV_PERM. */
export const PREVIOUS_PERMANENCE = codeListOf([
  ['P1', 'Adoption'],
  ['P2', 'Special guardianship order'],
  ['P3', 'Residence or child arrangements order'],
  ['P4', 'Unknown'],
  ['Z1', 'None'],
]);

/** SEX_ADOPTR. */
export const ADOPTER_SEXES = codeListOf([
  ['M1', 'One man'],
  ['F1', 'One woman'],
  ['MM', 'Two men'],
  ['FF', 'Two women'],
  ['MF', 'A man and a woman'],
]);

/** LS_ADOPTR. */
export const ADOPTER_LEGAL_STATUSES = codeListOf([
  ['L0', 'Single adopter'],
  ['L11', 'Married, different genders'],
  ['L12', 'Married, same gender'],
  ['L2', 'Civil partnership'],
  ['L3', 'Unmarried, different genders'],
  ['L4', 'Unmarried, same gender'],
]);

/** REASON_PLACED_CEASED. */
export const REASONS_ADOPTION_PLAN_CEASED = codeListOf([
  ['RD1', "The child's needs changed"],
  ['RD2', 'The court did not make a placement order'],
  ['RD3', 'Prospective adopters could not be found'],
  ['RD4', 'Any other reason'],
]);
