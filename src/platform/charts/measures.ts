import { dayNumberOf, type PlainDate } from '../../core/plain-date.ts';

/** The height of one row of bars, in pixels. */
export const LINE_HEIGHT = 34;

/** The width of a letter at the charts' size, on average and a little above. */
const LETTER_WIDTH = 7.2;
const DAY_IN_MILLISECONDS = 86_400_000;

/** Room for labels left of a chart: the longest, but never over a third of the chart; longer ones are wrapped. */
export function labelMargin(labels: readonly string[], chartWidth: number): number {
  const longest = Math.max(4, ...labels.map((label) => label.length));
  return Math.min(longest * LETTER_WIDTH + 16, chartWidth / 3);
}

/** Where labels left of a chart are broken into lines, in ems of the charts' size. */
export function labelLineWidth(margin: number): number {
  return (margin - 18) / 13;
}

/** The label, or as much of it as the width holds with an ellipsis, or nothing where that says too little. */
export function fittedLabel(label: string, width: number): string {
  const letters = Math.floor((width - 8) / LETTER_WIDTH);
  if (letters >= label.length) return label;
  return letters < 4 ? '' : `${label.slice(0, letters - 1).trimEnd()}…`;
}

/** A day on a time axis, which counts in UTC. */
export function axisDate(day: PlainDate): Date {
  return new Date(dayNumberOf(day) * DAY_IN_MILLISECONDS);
}

/**
 * Moves labels that stand closer than the gap apart, as little as keeps their order, and keeps all of
 * them between nothing and the height. Positions are pixels from the top, given and returned in any order.
 */
export function spreadLabels(
  positions: readonly number[],
  gap: number,
  height: number,
): readonly number[] {
  const order = positions.map((_position, at) => at);
  order.sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const spread = [...positions];
  let lowest = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    lowest = Math.max(spread[at] ?? 0, lowest + gap);
    spread[at] = lowest;
  }
  let highest = height + gap;
  for (const at of order.toReversed()) {
    highest = Math.min(spread[at] ?? 0, highest - gap);
    spread[at] = highest;
  }
  return spread;
}
