import { penceOf } from '../../core/money.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import { type Account, accountsOf, type Owed, owedBy } from './accounts.ts';
import type { PackageElement, PaymentLine } from './history.ts';
import type { PayRun, PayRuns } from './pay-runs.ts';
import type { Random } from './random.ts';

/** Shares of payments that do not go as they should: what a council's own reconciliation looks for. */
const LATE = 0.025;
const WRONG = 0.008;
const NEVER_PAID = 0.003;
const PAID_PAST_THE_END = 0.07;
/** Shares of the mistakes that have been put right since. */
const WRONG_CORRECTED = 0.75;
const OVERPAYMENT_CORRECTED = 0.6;

/** What is paid at a run, and what puts it right at a later one. */
interface Paid {
  readonly at: Owed;
  readonly correction: { readonly owed: Owed; readonly runsLater: number } | undefined;
}

function misstated(random: Random, owed: Owed): Owed {
  const factor = random.pick([0.9, 0.95, 1.05, 1.1, 1.5]);
  return {
    ...owed,
    gross: penceOf(Math.round(owed.gross * factor)),
    contribution: penceOf(Math.round(owed.contribution * factor)),
  };
}

function payRun(random: Random, account: Account, run: PayRun): Paid | undefined {
  const owed = owedBy(account, run);
  if (owed === undefined || random.chance(NEVER_PAID)) return undefined;
  if (account.ends < run.to && random.chance(PAID_PAST_THE_END)) {
    const toTheEnd = owedBy(account, run, ({ to }) => (to === account.ends ? run.to : to)) ?? owed;
    const corrected = random.chance(OVERPAYMENT_CORRECTED);
    return { at: toTheEnd, correction: corrected ? { owed, runsLater: 2 } : undefined };
  }
  if (random.chance(LATE)) {
    return { at: { ...owed, status: 'accrual' }, correction: { owed, runsLater: 1 } };
  }
  if (random.chance(WRONG)) {
    const corrected = random.chance(WRONG_CORRECTED);
    const correction = corrected ? { owed, runsLater: 2 } : undefined;
    return { at: misstated(random, owed), correction };
  }
  return { at: owed, correction: undefined };
}

/** What the council has committed itself to for a run still to come, as far as it knows on the day. */
function commitment(account: Account, run: PayRun, asOf: DayNumber): Owed | undefined {
  const endOf = ({ to }: PackageElement) => (to > asOf ? Math.max(to, run.to) : to);
  const owed = owedBy(account, run, endOf);
  return owed === undefined ? undefined : { ...owed, runDate: asOf, status: 'commitment' };
}

/**
 * The payments for one child in the runs given, with the late, the wrong and the corrected ones. A payment
 * that puts another right names it in `corrects`; the other then no longer counts.
 */
export function drawPayments(
  random: Random,
  childId: string,
  packages: readonly PackageElement[],
  { runs, asOf }: { readonly runs: PayRuns; readonly asOf: DayNumber },
): PaymentLine[] {
  const lines: PaymentLine[] = [];
  const write = (owed: Owed, corrects: string): string => {
    const reference = `${childId}-${String(lines.length + 1).padStart(3, '0')}`;
    lines.push({ ...owed, reference, corrects });
    return reference;
  };
  for (const account of accountsOf(packages)) {
    const carers = account.first.subjective === '5110';
    const schedule = carers ? runs.fourWeekly : runs.monthly;
    schedule.forEach((run, index) => {
      if (run.runDate > asOf) {
        const owed = commitment(account, run, asOf);
        if (owed !== undefined) write(owed, '');
        return;
      }
      const paid = payRun(random, account, run);
      if (paid === undefined) return;
      const reference = write(paid.at, '');
      const later =
        paid.correction === undefined ? undefined : schedule[index + paid.correction.runsLater];
      if (paid.correction === undefined || later === undefined || later.runDate > asOf) return;
      write({ ...paid.correction.owed, runDate: later.runDate }, reference);
    });
  }
  return lines;
}
