import { CHILDREN_GONE } from './children-gone.ts';
import { FINDINGS_TO_LOOK_AT } from './findings-to-look-at.ts';
import { FINDINGS_TO_MEND } from './findings-to-mend.ts';
import { IMPORTS_TO_LOOK_AT } from './imports-to-look-at.ts';
import { OPENINGS_TO_ACKNOWLEDGE } from './openings-to-acknowledge.ts';
import { REVIEWS_DUE } from './reviews-due.ts';

/** All that the records may have waiting for somebody. */
export const RECORDS_WAITING = [
  OPENINGS_TO_ACKNOWLEDGE,
  REVIEWS_DUE,
  FINDINGS_TO_MEND,
  CHILDREN_GONE,
  FINDINGS_TO_LOOK_AT,
  IMPORTS_TO_LOOK_AT,
];
