import type { VNode } from 'preact';
import { Select } from '../../../../platform/components/choices.tsx';
import { Filter } from '../../../../platform/components/filter.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import { paths } from '../../../paths.ts';
import { CHARGE_KEYS, type Charge, type ChargeKey, valuesOf } from '../../charges.ts';
import type { CostsQuery } from '../../lists/costs-list.ts';
import { WeekField, weekTyped } from '../../lists/list-page.tsx';

/** What the keys are called. */
export const CHARGE_KEY_NAMES: Readonly<Record<ChargeKey, string>> = {
  group: 'Placement group',
  element: 'Element',
  funder: 'Funder',
  provider: 'Provider',
  contract: 'Contract',
  costCentre: 'Cost centre',
};

/** The value that a select should show: links name a placement group by its code, the form by its name. */
function chosen(values: CostsQuery, all: readonly Charge[], key: ChargeKey): string {
  const asked = values[key] ?? '';
  if (key !== 'group') return asked;
  return all.find(({ groupCode }) => groupCode === asked)?.group ?? asked;
}

/** Narrows the charges of a week, and says by what they are summed. */
export function CostsFilter(props: {
  readonly values: CostsQuery;
  readonly all: readonly Charge[];
}): VNode {
  const { values, all } = props;
  const weekEnding = values['week-ending'];
  return (
    <Filter label="Filter costs" path={paths.costs(weekEnding)}>
      <WeekField value={weekTyped(weekEnding)} />
      <TextInput name="search" label="Package or child" value={values.search ?? ''} />
      {CHARGE_KEYS.map((key) => (
        <Select
          key={key}
          name={key}
          label={CHARGE_KEY_NAMES[key]}
          value={chosen(values, all, key)}
          choices={[
            { value: '', text: 'All' },
            ...valuesOf(all, key).map((value) => ({ value, text: value })),
          ]}
        />
      ))}
      <Select
        name="by"
        label="Subtotals by"
        value={values.by}
        choices={CHARGE_KEYS.map((key) => ({ value: key, text: CHARGE_KEY_NAMES[key] }))}
      />
    </Filter>
  );
}
