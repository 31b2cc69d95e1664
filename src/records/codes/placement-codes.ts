import { codeListOf } from './code-list.ts';

/** PLACE. SSDA903 guides 2016-17 to 2025-26 (DfE): H5 and P2 end with the 2024 return, K3 starts with 2025, Z11 to Z14 with 2026. */
export const PLACEMENT_TYPES = codeListOf([
  ['A3', 'Placed for adoption with consent, with current foster carer'],
  ['A4', 'Placed for adoption with consent, not with current foster carer'],
  ['A5', 'Placed for adoption under a placement order, with current foster carer'],
  ['A6', 'Placed for adoption under a placement order, not with current foster carer'],
  ['H5', "Semi-independent living, not under the Children's Homes Regulations", { to: 2024 }],
  ['K1', "Secure children's home"],
  ['K2', "Children's home"],
  ['K3', 'Registered supported accommodation', { from: 2025 }],
  ['P1', 'Own parents or other person with parental responsibility'],
  ['P2', 'Independent living', { to: 2024 }],
  ['P3', 'Residential employment'],
  ['R1', 'Residential care home'],
  ['R2', 'NHS, health trust or nursing establishment'],
  ['R3', 'Family centre or mother and baby unit'],
  ['R5', 'Young offender institution'],
  ['S1', 'Residential school'],
  ['T0', 'Temporary: any type'],
  ['T1', 'Temporary: in hospital'],
  ['T2', 'Temporary: on holiday'],
  ['T3', "Temporary: cover for the carer's holiday"],
  ['T4', 'Temporary: other, seven days or fewer'],
  ['U1', 'Foster care with relative or friend, long term'],
  ['U2', 'Foster care with relative or friend, also approved adopter'],
  ['U3', 'Foster care with relative or friend, not long term'],
  ['U4', 'Foster care with another carer, long term'],
  ['U5', 'Foster care with another carer, also approved adopter'],
  ['U6', 'Foster care with another carer, not long term'],
  ['Z1', 'Other placement'],
  ['Z11', 'Other placement (Z11)', { from: 2026 }],
  ['Z12', 'Other placement (Z12)', { from: 2026 }],
  ['Z13', 'Other placement (Z13)', { from: 2026 }],
  ['Z14', 'Other placement (Z14)', { from: 2026 }],
]);

/** PLACE_PROVIDER. */
export const PLACEMENT_PROVIDERS = codeListOf([
  ['PR0', 'Parent or other person with parental responsibility'],
  ['PR1', 'Own provision of the authority'],
  ['PR2', 'Other local authority'],
  ['PR3', 'Other public provision'],
  ['PR4', 'Private provision'],
  ['PR5', 'Voluntary or third sector provision'],
]);

/** REASON_PLACE_CHANGE, given on the episode that ends. CUSTOD from the 2019 return. */
export const REASONS_FOR_PLACEMENT_CHANGE = codeListOf([
  ['CARPL', 'Change to or implementation of the care plan'],
  ['CLOSE', 'Resignation or closure of provision'],
  ['ALLEG', 'Allegation (section 47)'],
  ['STAND', 'Standards of care concern'],
  ['APPRR', 'Approval removed'],
  ['CREQB', "Carer asks for the placement to end because of the child's behaviour"],
  ['CREQO', 'Carer asks for the placement to end for another reason'],
  ['CHILD', 'Child asks for the placement to end'],
  ['LAREQ', 'Responsible or area authority asks for the placement to end'],
  ['PLACE', 'Change in the status of the placement only'],
  ['CUSTOD', 'Custody arrangement', { from: 2019 }],
  ['OTHER', 'Other'],
]);
