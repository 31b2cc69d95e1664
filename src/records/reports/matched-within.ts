import { penceOf } from '../../core/money.ts';
import { moneySetting } from '../../platform/settings/setting.ts';

/** How far a child's payments may be from the committed cost and still count as matched. */
export const MATCHED_WITHIN = moneySetting({
  name: 'records.payments-matched-within',
  title: 'Payments matched within',
  about:
    'A child whose payments of the year differ by less than this from what was committed counts as matched, neither over- nor under-paid.',
  least: 1,
  most: 100_000,
  source:
    'Ours: single payments are each rounded to the penny, and a child’s payments of a year stay within a pound by that.',
  confirmed: false,
  otherwise: () => penceOf(100),
});
