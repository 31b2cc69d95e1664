import type { Kind } from './council-files.ts';

const POUNDS = (pence: string) => `(${pence} / 100)::text`;

/** What the program holds of each kind, in the columns that are compared; after them the return’s year, or the import that said it. */
export const HELD: {
  readonly [Each in Kind]: readonly [table: string, columns: readonly string[]];
} = {
  placement_costs: [
    'cost_element',
    [
      ...['child_id', 'placement_start', 'element', 'funder', 'from_date', 'provider'],
      ...['cost_centre', 'subjective', POUNDS('weekly_rate'), 'to_date', 'contract', 'import_id'],
    ],
  ],
  payments: [
    'payment',
    [
      ...['payment_ref', 'child_id', 'placement_start', 'element', 'period_from'],
      ...['run_date', POUNDS('gross'), 'import_id'],
    ],
  ],
  general_ledger: [
    'ledger_line',
    [
      ...['journal', 'journal_line', 'posted_on', 'cost_centre', 'subjective'],
      ...[POUNDS('amount'), 'supplier', 'import_id'],
    ],
  ],
  budgets: [
    'budget',
    [
      `start_year || '-' || right((start_year + 1)::text, 2)`,
      ...['cost_centre', 'subjective', POUNDS('annual'), 'import_id'],
    ],
  ],
  postcodes: ['postcode', ['postcode', 'local_authority', 'import_id']],
  providers: ['provider', ['urn', 'name', 'import_id']],
  children_names: ['child_name', ['child_id', 'given_name', 'family_name', 'import_id']],
  header: ['child', ['child_id', 'sex', 'dob', 'return_year']],
  episodes: [
    'episode',
    [
      ...['child_id', 'decom', 'rne', 'place', 'reported_dec', 'reported_rec'],
      ...['dec', 'rec', 'return_year'],
    ],
  ],
  reviews: ['review', ['child_id', 'review', 'review_code', 'return_year']],
  oc2: ['oc2', ['child_id', 'sdq_score', 'return_year']],
};

/** Reads all of it, each record with its kind. */
export const HELD_SQL = Object.entries(HELD)
  .map(([kind, [table, columns]]) => {
    // Of whom nothing but the identifier is known there is nothing to compare.
    const known = table === 'child' ? ' and return_year > 0' : '';
    return `select '${kind}', jsonb_build_array(${columns.join(', ')}) from ${table} where authority_id = $1${known}`;
  })
  .join(' union all ');
