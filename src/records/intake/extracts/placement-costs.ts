import { CONTRACTS, COST_ELEMENTS, FUNDERS } from '../../model.ts';
import type { CostElementRow } from './extract-row.ts';
import { dateOf, requiredAmount, requiredDate, requiredWord, wordOf } from './read-field.ts';
import { codeOf, requiredChild, textOf } from './read-text.ts';
import { type Note, RowRefusal } from './row-refusal.ts';

/**
 * Reads one row of placement_costs, its cells in the order of the layout. Throws a RowRefusal when
 * it cannot be priced: no child, placement or first day, an unknown word, a rate that is not a
 * positive amount of pounds and pence, a last day not after the first.
 */
export function readPlacementCost(
  line: number,
  cells: readonly string[],
  note: Note,
): CostElementRow {
  const [child, start, element, rate, from, to, funder, provider, contract, centre, subjective] =
    cells;
  const childId = requiredChild('child_id', child, note);
  const noted = { childId, note };
  const row: CostElementRow = {
    line,
    childId,
    placementStart: requiredDate('placement_start', start),
    element: requiredWord('element', element, COST_ELEMENTS),
    weeklyRate: requiredAmount('weekly_rate', rate),
    from: requiredDate('from', from),
    to: dateOf('to', to),
    funder: requiredWord('funder', funder, FUNDERS),
    provider: textOf('provider', provider, noted),
    contract: wordOf('contract', contract, CONTRACTS),
    costCentre: codeOf('cost_centre', centre, noted),
    subjective: codeOf('subjective', subjective, noted),
  };
  if (row.weeklyRate < 0) {
    const reason = `weekly_rate ${rate?.trim()} is negative; income belongs to payments as a contribution`;
    throw new RowRefusal('weekly_rate', rate?.trim() ?? null, reason);
  }
  if (row.to !== null && row.to <= row.from) {
    const reason = `to ${to?.trim()} is not after from ${from?.trim()}; it is the first night that is not charged`;
    throw new RowRefusal('to', to?.trim() ?? null, reason);
  }
  if (row.from < row.placementStart) {
    note({
      childId: row.childId,
      rule: 'cost-before-placement',
      column: 'from',
      value: from ?? null,
      message: `The cost runs from ${from?.trim()}, before its placement starts on ${start?.trim()}.`,
    });
  }
  return row;
}
