import type { LedgerItem, PaidItem } from '../../src/records/reconciliation/ledger/items.ts';

type Item = LedgerItem | PaidItem;

/** What stands where after the comparison: each text names a rule and what it put together, or a side. */
export type SlowResult = readonly string[];

const code = ({ costCentre, subjective }: Item) => `${costCentre}/${subjective}`;
const name = ({ supplier }: Item) =>
  (supplier ?? '').toLowerCase().replace(' ltd', '').replace('.', '').trim();
const ref = ({ reference }: Item) => (reference ?? '').toUpperCase().replaceAll('-', '');
const sum = (items: readonly Item[]) => items.reduce((so, { amount }) => so + amount, 0);

/** An item in words, alike for items that say the same. */
export function itemInWords(item: Item): string {
  const side = 'journal' in item ? `ledger ${item.journal}` : 'paid';
  return [side, item.day, item.month, ref(item), name(item), code(item), item.amount].join(' ');
}

/** A match in words. */
export function matchInWords(rule: string, items: readonly Item[]): string {
  return `${rule}: ${items.map(itemInWords).sort().join(' + ')}`;
}

const order = (one: Item, other: Item) => {
  const words = (item: Item) =>
    JSON.stringify([
      ...[item.reference ?? '', item.supplier ?? ''],
      JSON.stringify([item.costCentre ?? '', item.subjective ?? '']),
      ...[item.amount, item.month],
      ...('journal' in item ? [item.journal, item.description ?? ''] : []),
    ]);
  return (
    one.day - other.day || (words(one) < words(other) ? -1 : Number(words(one) > words(other)))
  );
};

/** The comparison by trying every pair and every group of what is left, one rule after another, with nothing filed under anything. */
export function slowLedger(given: readonly LedgerItem[], paid: readonly PaidItem[]): SlowResult {
  const result: string[] = [];
  const drop = (from: Item[], gone: readonly Item[]) => {
    for (const item of gone) from.splice(from.indexOf(item), 1);
  };
  const withoutCancelled = (items: readonly Item[]) => {
    const left = [...items].sort(order);
    for (let at = 0; at < left.length; at += 1) {
      const item = left[at] as Item;
      const before = left
        .slice(0, at)
        .findLast(
          (other) =>
            other.amount === -item.amount &&
            item.amount !== 0 &&
            code(other) === code(item) &&
            name(other) === name(item) &&
            ref(other) === ref(item) &&
            (ref(item) !== '' || name(item) !== '') &&
            (ref(item) !== '' ||
              !('journal' in item) ||
              (item.description ?? '') === (('description' in other && other.description) || '')),
        );
      if (before === undefined) continue;
      result.push(`cancelled ${itemInWords(before)}`, `cancelled ${itemInWords(item)}`);
      drop(left, [before, item]);
      at -= 2;
    }
    return left;
  };
  const lines = withoutCancelled(given) as LedgerItem[];
  const payments = withoutCancelled(paid) as PaidItem[];
  const take = (rule: string, ours: readonly LedgerItem[], theirs: readonly PaidItem[]) => {
    result.push(matchInWords(rule, [...ours, ...theirs]));
    drop(lines, ours);
    drop(payments, theirs);
  };
  const inAll = (rule: string, alike: (one: Item, other: Item) => boolean) => {
    for (const line of [...lines]) {
      if (!lines.includes(line)) continue;
      const ours = lines.filter((other) => alike(line, other));
      const theirs = payments.filter((other) => alike(line, other));
      const codes = (items: readonly Item[]) => new Set(items.map(code)).size;
      if (theirs.length === 0 || sum(ours) !== sum(theirs)) continue;
      if (codes(ours) === 1 && codes(theirs) === 1) take(rule, ours, theirs);
    }
  };
  const oneByOne = (
    rule: string,
    fits: (line: LedgerItem, payment: PaidItem) => boolean,
    groupOf: (payment: PaidItem, all: readonly PaidItem[]) => readonly PaidItem[],
  ) => {
    const all = [...payments];
    for (const line of [...lines]) {
      const found = payments
        .filter((payment) => fits(line, payment) && Math.abs(payment.day - line.day) <= 45)
        .map((payment) => groupOf(payment, all))
        .filter((group) => sum(group) === line.amount)
        .sort(
          ([one], [other]) =>
            Math.abs((one?.day ?? 0) - line.day) - Math.abs((other?.day ?? 0) - line.day),
        )[0];
      if (found !== undefined) take(rule, [line], found);
    }
  };
  const sameSupplier = (one: Item, other: Item) => name(one) !== '' && name(one) === name(other);
  const sameCode = (one: Item, other: Item) => code(one) === code(other);
  const sameRef = (one: Item, other: Item) => ref(one) !== '' && ref(one) === ref(other);
  const both = (one: Item, other: Item) => sameSupplier(one, other) && sameCode(one, other);
  const run = (payment: PaidItem, all: readonly PaidItem[]) =>
    all.filter(
      (each) =>
        name(each) === name(payment) && code(each) === code(payment) && each.day === payment.day,
    );
  inAll('reference', (one, other) => sameRef(one, other) && sameCode(one, other));
  inAll('reference-other-code', sameRef);
  oneByOne('payment', both, (payment) => [payment]);
  oneByOne('run-of-supplier', both, run);
  oneByOne(
    'run-of-code',
    (line, payment) => name(line) === '' && sameCode(line, payment),
    (payment, all) => all.filter((each) => sameCode(each, payment) && each.day === payment.day),
  );
  inAll('month-of-supplier', (one, other) => both(one, other) && one.month === other.month);
  oneByOne('run-other-code', sameSupplier, run);
  result.push(...lines.map((line) => `ledger only ${itemInWords(line)}`));
  result.push(...payments.map((payment) => `payments only ${itemInWords(payment)}`));
  return result.sort();
}
