import type { VNode } from 'preact';

const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 3;

function pathOf(values: readonly number[]): readonly (readonly [number, number])[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least || 1;
  const step = (WIDTH - 2 * EDGE) / Math.max(1, values.length - 1);
  // In tenths of a pixel: more only makes the page longer.
  const tenths = (pixels: number) => Math.round(pixels * 10) / 10;
  return values.map((value, at) => [
    tenths(EDGE + at * step),
    tenths(most === least ? HEIGHT / 2 : EDGE + ((most - value) / spread) * (HEIGHT - 2 * EDGE)),
  ]);
}

/** Values in a line as high as a line of text, without axes: how they went, from their least to their most. `words` says the same to those who do not see it. */
export function Sparkline(props: {
  readonly values: readonly number[];
  readonly words: string;
}): VNode | null {
  const points = pathOf(props.values);
  const last = points.at(-1);
  if (last === undefined || points.length < 2) return null;
  return (
    <svg
      class="wellplaced-sparkline"
      role="img"
      aria-label={props.words}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
    >
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      <circle cx={last[0]} cy={last[1]} r="3" />
    </svg>
  );
}
