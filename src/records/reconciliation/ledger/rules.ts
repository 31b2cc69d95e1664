/** The rules by which a ledger line and payments are found to be the same money, in the order in which they are tried. */
export const MATCH_RULES = [
  'reference',
  'reference-other-code',
  'payment',
  'run-of-supplier',
  'run-of-code',
  'month-of-supplier',
  'run-other-code',
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];

/** How many days a posting may lie from its run. */
export const DAYS_APART = 45;

/** Why a match is one, in words. */
export const RULES_IN_WORDS: Readonly<Record<MatchRule | 'cancelled', string>> = {
  reference: 'Same reference and code, same amount in all',
  'reference-other-code': 'Same reference, same amount in all, under another code',
  payment:
    'One posting and one payment of the same supplier, code and amount, at most 45 days apart',
  'run-of-supplier':
    'One posting of the amount of all that a run paid the supplier under the code, at most 45 days apart',
  'run-of-code':
    'One posting without a supplier of the amount of all that a run paid under the code, at most 45 days apart',
  'month-of-supplier': 'All postings and all payments of the supplier under the code in one month',
  'run-other-code':
    'One posting of the amount of all that a run paid the supplier, under another code, at most 45 days apart',
  cancelled:
    'Posted and taken out again, in this year or the next: opposite amounts of one code, supplier and reference',
};

/** Whether a rule finds what was posted under another code than it was paid under. */
export function isOtherCode(rule: MatchRule): boolean {
  return rule === 'reference-other-code' || rule === 'run-other-code';
}
