import type { VNode } from 'preact';
import { inFigures } from '../../../../core/english.ts';
import { penceOf, poundsAndPence } from '../../../../core/money.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { FigureTiles } from '../../../../platform/components/figure-tiles.tsx';
import { CHANGE_KIND_WORDS, CHANGE_KINDS } from '../../change-kind.ts';
import { countOf } from '../../change-sums.ts';
import { AMOUNTS, sumOf } from './amounts.ts';
import type { FoundChanges } from './found-changes.ts';
import { MEANINGS } from './meanings.tsx';

/** With its sign, so that it says which way. */
function signed(value: number, inWords: (size: number) => string): string {
  if (value === 0) return inWords(0);
  return `${value > 0 ? '+' : '−'}${inWords(Math.abs(value))}`;
}

function pounds(pence: number): string {
  return poundsAndPence(penceOf(pence));
}

/** How many records, children, nights and pounds became different, as headline figures. */
export function ChangeTiles({ sums, day }: FoundChanges): VNode {
  const definition = `#${MEANINGS}`;
  const kinds = CHANGE_KINDS.flatMap((kind) => {
    const count = countOf(sums.sums, { kind });
    if (count === 0 && !['changed', 'added', 'withdrawn'].includes(kind)) return [];
    return [{ label: CHANGE_KIND_WORDS[kind].text, value: inFigures(count), definition }];
  });
  const nights = sumOf(sums.sums, 'nightsAfter') - sumOf(sums.sums, 'nightsBefore');
  const money = AMOUNTS.flatMap(([table, label]) => {
    const of = sums.sums.filter((sum) => sum.table === table);
    const before = sumOf(of, 'penceBefore');
    const after = sumOf(of, 'penceAfter');
    if (of.every(({ kind }) => kind === 'said-again' || kind === 'passing')) return [];
    const night = table === 'cost_element' ? `, of costs on the night of ${dateInWords(day)}` : '';
    const note = `${pounds(before)} became ${pounds(after)}${night}`;
    return [{ label, value: signed(after - before, pounds), definition, note }];
  });
  return (
    <FigureTiles
      tiles={[
        ...kinds,
        { label: 'Children concerned', value: inFigures(sums.children), definition },
        {
          label: 'Nights in care',
          value: signed(nights, inFigures),
          definition,
          note: `of the year to ${dateInWords(day)}`,
        },
        ...money,
      ]}
    />
  );
}
