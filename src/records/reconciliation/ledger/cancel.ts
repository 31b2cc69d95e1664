import {
  codeOfItem,
  type LedgerItem,
  type PaidItem,
  referenceKey,
  supplierKey,
  under,
} from './items.ts';

/** Items of one side: those that take each other out, and those that are left, each in order. */
export interface Cancelled<One> {
  readonly out: readonly One[];
  readonly left: readonly One[];
}

/**
 * Takes out what was posted and reversed: of one code, supplier and reference (of one description
 * where there is no reference), an amount with the nearest of its opposite before it.
 * What names neither reference nor supplier is left alone.
 */
export function cancelled<One extends LedgerItem | PaidItem>(
  items: readonly One[],
  descriptionOf: (item: One) => string,
): Cancelled<One> {
  const waiting = new Map<string, One[]>();
  const out = new Set<One>();
  for (const item of items) {
    const [reference, supplier] = [referenceKey(item.reference), supplierKey(item.supplier)];
    if (item.amount === 0 || (reference === '' && supplier === '')) continue;
    const what = reference === '' ? descriptionOf(item) : '';
    const key = (amount: number) => under(codeOfItem(item), supplier, reference, what, amount);
    const opposite = waiting.get(key(-item.amount))?.pop();
    if (opposite !== undefined) {
      out.add(opposite).add(item);
      continue;
    }
    const alike = waiting.get(key(item.amount));
    if (alike === undefined) waiting.set(key(item.amount), [item]);
    else alike.push(item);
  }
  return {
    out: items.filter((item) => out.has(item)),
    left: items.filter((item) => !out.has(item)),
  };
}
