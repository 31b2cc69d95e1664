import type { VNode } from 'preact';
import { financialYearOf } from '../../../core/financial-year.ts';
import { type Pence, poundsAndPence, wholePounds } from '../../../core/money.ts';
import { dateInWords } from '../../../core/plain-date.ts';
import { FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { InsetText } from '../../../platform/components/messages.tsx';
import type { InForce } from '../../../platform/settings/changes.ts';
import { paths } from '../../paths.ts';
import { listDefinition } from '../list-definitions.ts';
import { type Difference, sumsOf } from '../payment-differences.ts';
import type { AskedWeek } from '../week-ending.ts';
import { Lead, SettledNote } from './list-of-a-week.tsx';

/** What the list compares. */
export function HowCounted(props: {
  readonly week: AskedWeek;
  /** Whether nights are compared as far as each supplier’s run pays. */
  readonly byRuns: boolean;
  readonly within: InForce<Pence>;
}): VNode {
  const { week, byRuns } = props;
  const { label } = financialYearOf(week.countsTo);
  return (
    <Lead>
      What packages cost on the nights from 1 April ({label}) to {dateInWords(week.countsTo)}, and
      what was paid for the same nights.{' '}
      {byRuns
        ? 'A night is due once its supplier’s run has paid to it, or should have by today; the nights after it await payment. '
        : 'Every night counts as due, also those that their supplier’s next run pays. '}
      <a class="govuk-link govuk-link--no-visited-state" href={paths.payRuns(week.weekEnding)}>
        Up to which night each supplier is paid
      </a>
      . A child within {poundsAndPence(props.within.value)} counts as matched.
      <SettledNote setting={props.within} what="how near counts as matched" />
    </Lead>
  );
}

/** What the list does not compare, where there is such. */
export function NotCompared(props: {
  readonly noPayments: boolean;
  /** What runs after today are to pay. */
  readonly yetToBeMade: Pence;
}): VNode | null {
  const { noPayments, yetToBeMade } = props;
  if (noPayments) {
    return (
      <InsetText>
        No actual payment is held, so what was committed cannot be compared: nothing below says that
        a supplier was under paid.
      </InsetText>
    );
  }
  if (yetToBeMade === 0) return null;
  return (
    <InsetText>
      {poundsAndPence(yetToBeMade)} of these nights stands as paid by runs that are yet to come. It
      is not counted until its run.
    </InsetText>
  );
}

/** What all rows of the list come to. */
export function Totals({ rows }: { readonly rows: readonly Difference[] }): VNode {
  const sums = sumsOf(rows);
  const tile = (label: string, value: keyof typeof sums, definition: string, note?: string) => ({
    label,
    value: wholePounds(sums[value]),
    definition,
    ...(note === undefined ? {} : { note }),
  });
  return (
    <FigureTiles
      tiles={[
        tile('Committed', 'committed', listDefinition('committed')),
        tile('Due to be paid', 'due', listDefinition('due'), 'by each supplier’s run'),
        tile('Awaiting payment', 'awaiting', listDefinition('awaiting'), 'committed, not yet due'),
        tile('Paid', 'paid', listDefinition('paid'), 'accruals included'),
        tile('Of it accruals', 'accruals', listDefinition('accruals')),
        tile('Commitment lines', 'commitments', listDefinition('commitments'), 'in neither figure'),
        tile('Difference', 'difference', listDefinition('difference'), 'paid less due'),
      ]}
    />
  );
}
