import { codeListOf } from './code-list.ts';

/** REVIEW_CODE. */
export const REVIEW_CODES = codeListOf([
  ['PN0', 'Child aged under four at the review'],
  ['PN1', 'Attends and speaks for themselves'],
  ['PN2', 'Attends, an advocate speaks'],
  ['PN3', 'Attends and conveys views symbolically'],
  ['PN4', 'Attends and does not contribute'],
  ['PN5', 'Does not attend, briefs an advocate'],
  ['PN6', 'Does not attend, conveys views in another way'],
  ['PN7', 'Does not attend, views not conveyed'],
]);

/** MISSING. */
export const MISSING_KINDS = codeListOf([
  ['M', 'Missing'],
  ['A', 'Away from placement without authorisation'],
]);

/** SDQ_REASON: why there is no strengths and difficulties score. */
export const SDQ_REASONS = codeListOf([
  ['SDQ1', "Child's age"],
  ['SDQ2', 'Carer refused'],
  ['SDQ3', 'Child too disabled'],
  ['SDQ4', 'Other'],
  ['SDQ5', 'Child or young person refused'],
]);

/** SW_REASON, from the 2024 return. The words are a plain reading of each code; the guide's own may differ. */
export const SOCIAL_WORKER_CHANGES = codeListOf([
  ['MANAGE', 'Management of the case', { from: 2024 }],
  ['FCONTA', 'First contact', { from: 2024 }],
  ['LEFTRL', 'Social worker left the role', { from: 2024 }],
  ['ORGRST', 'Organisation restructured', { from: 2024 }],
  ['TSPROC', 'Transfer process', { from: 2024 }],
  ['ABSENC', 'Social worker absent', { from: 2024 }],
  ['CHCHAN', 'Child asked for a change', { from: 2024 }],
  ['PCCHAN', 'Parent or carer asked for a change', { from: 2024 }],
  ['SWDIED', 'Social worker died', { from: 2024 }],
  ['OTHERS', 'Other', { from: 2024 }],
]);
