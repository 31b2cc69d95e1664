import { codesOf } from '../../../codes/code-status.ts';
import { CONTRACTS, COST_ELEMENTS, FUNDERS, PAYMENT_STATUSES } from '../../../model.ts';
import { returnModule } from '../../../returns/return-modules.ts';
import { isReturnModule, type RowKind } from '../../files/file-kind.ts';

const OF_COST_RECORDS: Readonly<Record<string, readonly string[]>> = {
  ELEMENT: COST_ELEMENTS,
  FUNDER: FUNDERS,
  CONTRACT: CONTRACTS,
  CONTRIBUTION_SOURCE: FUNDERS,
  STATUS: PAYMENT_STATUSES,
};

/** The values that a field of a layout may have; none when it may have any. */
export function allowedValues(kind: RowKind, field: string): readonly string[] {
  if (!isReturnModule(kind)) return OF_COST_RECORDS[field] ?? [];
  const column = returnModule(kind).columns.find(({ name }) => name === field);
  return column?.type === 'code' ? codesOf(column.list).map(({ code }) => code) : [];
}
