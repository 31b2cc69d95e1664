import { codeListOf } from './code-list.ts';

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
