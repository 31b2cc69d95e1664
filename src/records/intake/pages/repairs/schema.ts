import { z } from 'zod';
import { optionalField } from '../../../../platform/http/optional-field.ts';
import { REPAIR_RULES, type RepairRule } from '../../../history/repair.ts';

const RULES = Object.keys(REPAIR_RULES) as RepairRule[];

/** The query of the log of repairs. A field left empty narrows nothing. */
export const repairsQuery = z.object({
  rule: optionalField(z.enum(RULES, 'Choose a rule from the list')),
  child: optionalField(z.string().max(60, 'Enter at most 60 characters of the identifier')),
  page: optionalField(
    z.coerce
      .number('Page must be a number')
      .int('Page must be a whole number')
      .min(1, 'Page must be 1 or more'),
  ),
});
