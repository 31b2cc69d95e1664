import type { Holdings } from '../../platform/identity/leaving/holdings.ts';
import { findingsToMend } from './findings-to-mend.ts';
import { importsAskedFor } from './imports-asked-for.ts';
import { namedOnRestrictions } from './named-on-restrictions.ts';

/** All that a person may hold open in the records. */
export const RECORDS_HOLDINGS: readonly Holdings[] = [
  namedOnRestrictions,
  findingsToMend,
  importsAskedFor,
];
