import type { VNode } from 'preact';
import type { FinancialYear } from '../../../../core/financial-year.ts';
import { paths } from '../../../paths.ts';
import type { LedgerCode } from '../../ledger-code.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The way to the same code in other years. */
export function OtherYears(props: {
  readonly years: readonly string[];
  readonly year: FinancialYear;
  readonly code: LedgerCode;
}): VNode | null {
  const { years, year, code } = props;
  const others = years.filter((label) => label !== year.label);
  if (others.length === 0) return null;
  return (
    <p class="govuk-body wellplaced-no-print">
      The same code in{' '}
      {others.map((label, at) => (
        <>
          {at > 0 && ', '}
          <a key={label} class={LINK} href={paths.reconciledCode({ ...code, year: label })}>
            {label}
          </a>
        </>
      ))}
    </p>
  );
}
