import type { VNode } from 'preact';
import { InsetText } from '../../../platform/components/messages.tsx';

/** What is wanted where no ledger is held. */
export function NoLedger({ year }: { readonly year: string }): VNode {
  return (
    <InsetText>
      No line of the general ledger is held for {year}. Import the ledger’s actuals as a file of the
      kind general_ledger: journal, posting_date, cost_centre, subjective and amount, and where the
      ledger has them journal_line, financial_year, accounting_period, supplier, reference,
      description and journal_type. Columns of other names can be mapped once.
    </InsetText>
  );
}
