import { type Pence, penceOf } from '../../core/money.ts';
import { roundedDivision } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElementKind } from '../model.ts';
import type { DifferenceCause } from './difference-cause.ts';
import type { LineNights, PaidItem } from './paid-items.ts';

/** A difference of more nights than these is told as what it is, not as nights. */
export const MOST_NIGHTS = 7;

/** What explains one item of a line. */
export interface ItemAsked {
  readonly element: CostElementKind;
  readonly item: PaidItem;
  readonly nights: LineNights;
  readonly within: number;
  /** Whether an earlier item covers the night. */
  readonly isCovered: (night: DayNumber) => boolean;
}

/** How many nights at a rate come to an amount, of either sign; undefined where none to seven do. */
export function nightsAt(amount: number, rate: number, within: number): number | undefined {
  if (rate === 0) return undefined;
  const nights = Math.round((amount * 7) / rate);
  const count = Math.abs(nights);
  if (count === 0 || count > MOST_NIGHTS) return undefined;
  return Math.abs(amount - (nights * rate) / 7) < within ? nights : undefined;
}

/** Nights at the end or the start of the item for which nothing is committed. */
function beyond({ item, nights }: ItemAsked) {
  let { from, to } = item;
  while (to > from && nights.chargedOn(to - 1) === 0) to -= 1;
  if (to === from) return undefined;
  while (nights.chargedOn(from) === 0) from += 1;
  return { from, to };
}

function ofNights(asked: ItemAsked, delta: number): DifferenceCause[] | undefined {
  const { element, item, nights, within } = asked;
  const inside = beyond(asked);
  if (inside === undefined || (inside.from === item.from && inside.to === item.to))
    return undefined;
  const before = penceOf(nights.chargedOn(inside.from));
  const after = penceOf(nights.chargedOn(inside.to - 1));
  const early = ((inside.from - item.from) * before) / 7;
  const late = ((item.to - inside.to) * after) / 7;
  if (Math.abs(delta - early - late) >= within) return undefined;
  const causes: DifferenceCause[] = [
    {
      kind: 'nights-before',
      element,
      from: item.from,
      to: inside.from,
      rate: before,
      amount: early,
    },
    { kind: 'nights-after', element, from: inside.to, to: item.to, rate: after, amount: late },
  ];
  return causes.filter(({ from, to }) => from < to);
}

function twice({ element, item, within }: ItemAsked, delta: number): DifferenceCause[] | undefined {
  const { from, to, payments, amount } = item;
  const [first] = payments;
  const same = payments.every(({ gross }) => gross === first?.gross);
  if (payments.length < 2 || !same) return undefined;
  const again = amount - amount / payments.length;
  if (Math.abs(delta - again) >= within) return undefined;
  const accrued = payments.some(({ status }) => status === 'accrual');
  return [{ kind: 'paid-twice', element, from, to, accrued, amount: again }];
}

/** A rate of the item's nights at which all of it is paid. */
function throughout({ item, nights, within }: ItemAsked): Pence | undefined {
  for (let night = item.from; night < item.to; night += 1) {
    const rate = nights.dueOn(night);
    const whole = ((item.to - item.from) * rate) / 7;
    if (Math.abs(item.amount - whole) < within) return penceOf(rate);
  }
  return undefined;
}

function ofAmount(asked: ItemAsked, delta: number): DifferenceCause {
  const { element, item, nights, within } = asked;
  const { from, to, amount } = item;
  const of = { element, from, to, amount: delta };
  const committed = penceOf(nights.dueWithin(item));
  const paid = roundedDivision(amount * 7, to - from);
  if (committed === 0) return { ...of, kind: 'nothing-due', paid: penceOf(amount) };
  const rate = nights.oneRate(item);
  const one = rate === undefined ? throughout(asked) : undefined;
  if (one !== undefined) return { ...of, kind: 'one-rate', paid: one };
  const last = rate ?? penceOf(nights.dueOn(to - 1));
  const count = nightsAt(delta, last, within);
  if (count !== undefined) {
    return { ...of, kind: 'nights-in-payment', nights: count, rate: last, paid };
  }
  if (rate !== undefined) return { ...of, kind: 'other-rate', paid, committed: rate };
  return { ...of, kind: 'other-amount', paid: penceOf(amount), committed };
}

/** What makes one item differ from what is due for its nights that no earlier one covers; nothing where it does not. */
export function causesOfItem(asked: ItemAsked): readonly DifferenceCause[] {
  const { element, item, nights, within, isCovered } = asked;
  const delta = item.amount - nights.dueWithin(item, (night) => !isCovered(night));
  if (Math.abs(delta) < within) return [];
  const again = nights.dueWithin(item, isCovered);
  if (again !== 0 && Math.abs(delta - again) < within) {
    const { from, to } = item;
    return [{ kind: 'paid-twice', element, from, to, accrued: false, amount: delta }];
  }
  return twice(asked, delta) ?? ofNights(asked, delta) ?? [ofAmount(asked, delta)];
}
