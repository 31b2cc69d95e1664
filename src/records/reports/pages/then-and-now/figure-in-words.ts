import { inFigures } from '../../../../core/english.ts';
import { penceOf, poundsAndPence } from '../../../../core/money.ts';
import { type HeadlineName, isMoney } from '../../then-and-now/headline-figures.ts';
import { DEFINITIONS } from '../../weekly-report/definitions.ts';

/** A figure as it is written. */
export function inWords(name: HeadlineName, value: number): string {
  return isMoney(name) ? poundsAndPence(penceOf(value)) : inFigures(value);
}

/** By how much a figure moved, and which way; null where it did not. */
export function signed(name: HeadlineName, value: number): string | null {
  if (value === 0) return null;
  return `${value > 0 ? '+' : '−'}${inWords(name, Math.abs(value))}`;
}

/** What a figure is called. */
export function nameOf(name: HeadlineName): string {
  return name === 'spend.byGroup.nights' ? 'Nights in the week' : DEFINITIONS[name].name;
}
