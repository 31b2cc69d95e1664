import type { VNode } from 'preact';
import { penceOf, poundsAndPence } from '../../../../core/money.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { InsetText, WarningText } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { recordsInWords } from '../../../changes/records-called.ts';
import { paths } from '../../../paths.ts';
import type { StandingChange } from '../../imports/large-change.ts';

function inPounds(pence: number): string | null {
  return pence === 0 ? null : poundsAndPence(penceOf(pence));
}

function rowOf(change: StandingChange) {
  const { table, penceBefore, penceAfter, nightsBefore, nightsAfter } = change;
  const ofNights = nightsBefore > 0 || nightsAfter > 0;
  return {
    cells: {
      kind: recordsInWords(table),
      stood: change.stood,
      changed: change.changed,
      withdrawn: change.withdrawn,
      children: change.children,
      nights: ofNights ? nightsAfter - nightsBefore : null,
      before: inPounds(penceBefore),
      after: inPounds(penceAfter),
    },
  };
}

/** What an import that waits for a word would change of what stands, and the two ways on. */
export function LargeChange(props: {
  readonly importId: string;
  readonly problem: string;
  readonly changes: readonly StandingChange[];
  /** Whether the reader may import and the files are held still. */
  readonly mayDecide: boolean;
  /** Whether the files are held still, so that somebody may decide. */
  readonly isHeld: boolean;
}): VNode {
  const { importId, problem, changes, mayDecide, isHeld } = props;
  return (
    <>
      <WarningText text={problem} />
      <Table
        caption="What would change of what is held"
        columns={[
          { key: 'kind', heading: 'Records', type: 'text' },
          { key: 'stood', heading: 'Held', type: 'whole' },
          { key: 'changed', heading: 'Would change', type: 'whole' },
          { key: 'withdrawn', heading: 'Would go', type: 'whole' },
          { key: 'children', heading: 'Children concerned', type: 'whole' },
          { key: 'nights', heading: 'Nights of the last year, more or fewer', type: 'whole' },
          { key: 'before', heading: 'Amounts now', type: 'text' },
          { key: 'after', heading: 'Amounts after it', type: 'text' },
        ]}
        rowHeader="kind"
        rows={changes.map(rowOf)}
        empty=""
      />
      <p class="govuk-body">
        Amounts are the sum of what the records say: weekly rates of costs, those long over among
        them, gross amounts of payments, annual budgets. What would go is kept as what was known
        before.
      </p>
      {!isHeld && (
        <InsetText>
          This import waits no longer: its files have been imported again since, or are not held any
          more.
        </InsetText>
      )}
      {mayDecide && (
        <div class="govuk-button-group">
          <form method="post" action={paths.importAgain(importId)}>
            <input type="hidden" name="accept" value="large-change" />
            <Button text="Accept the change and import" kind="warning" />
          </form>
          <form method="post" action={paths.importAgain(importId)}>
            <input type="hidden" name="extent" value="changes" />
            <Button text="Import as changes only" kind="secondary" />
          </form>
        </div>
      )}
    </>
  );
}
