import { penceOf } from '../../core/money.ts';
import type { Contract, CostElement } from '../model.ts';

/** The columns from which a cost element is read. */
export const ELEMENT_COLUMNS = [
  ...['child_id', `placement_start - date '1970-01-01'`, 'element', 'weekly_rate'],
  ...[`from_date - date '1970-01-01'`, `to_date - date '1970-01-01'`, 'funder', 'provider'],
  ...['contract', 'cost_centre', 'subjective'],
];

const given = (value: unknown) => (value === '' || value === null ? undefined : (value as string));

/** The cost element of a row of those columns. */
export function elementOf(row: readonly unknown[]): CostElement {
  return {
    childId: row[0] as string,
    placementStart: row[1] as number,
    element: row[2] as CostElement['element'],
    weeklyRate: penceOf(row[3] as number),
    from: row[4] as number,
    to: row[5] === null ? undefined : (row[5] as number),
    funder: row[6] as CostElement['funder'],
    provider: given(row[7]),
    contract: given(row[8]) as Contract | undefined,
    costCentre: given(row[9]),
    subjective: given(row[10]),
  };
}
