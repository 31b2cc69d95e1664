import type { VNode } from 'preact';
import { addressWith } from '../../../platform/components/address.ts';
import { Table } from '../../../platform/components/table.tsx';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import { type Charge, type ChargeKey, chargeSubtotals } from '../charges.ts';

/** What the keys are called. */
export const CHARGE_KEY_NAMES: Readonly<Record<ChargeKey, string>> = {
  group: 'Placement group',
  element: 'Element',
  funder: 'Funder',
  provider: 'Provider',
  contract: 'Contract',
  costCentre: 'Cost centre',
};

/** What the charges come to by one of their keys, each leading to its own rows. */
export function Subtotals(props: {
  readonly request: Pick<ReadingRequest, 'path' | 'query'>;
  readonly by: ChargeKey;
  readonly rows: readonly Charge[];
}): VNode {
  const { request, by, rows } = props;
  const { lines, total } = chargeSubtotals(rows, by);
  const only = (value: string) =>
    addressWith(request.path, request.query, { [by]: value, page: undefined });
  return (
    <Table
      caption={`Subtotals by ${CHARGE_KEY_NAMES[by].toLowerCase()}`}
      captionSize="s"
      columns={[
        { key: 'value', heading: CHARGE_KEY_NAMES[by], type: 'text' },
        { key: 'children', heading: 'Children', type: 'whole' },
        { key: 'nights', heading: 'Nights of elements', type: 'whole' },
        { key: 'cost', heading: 'Cost', type: 'money' },
      ]}
      rowHeader="value"
      rows={[
        ...lines.map((line) => ({
          cells: {
            ...line,
            value:
              line.value === null ? (
                'Not recorded'
              ) : (
                <a class="govuk-link govuk-link--no-visited-state" href={only(line.value)}>
                  {line.value}
                </a>
              ),
          },
        })),
        { cells: { ...total, value: 'All of these rows' }, total: true },
      ]}
      empty="There is nothing to sum."
    />
  );
}
