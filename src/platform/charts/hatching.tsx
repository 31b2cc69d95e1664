import type { VNode } from 'preact';
import { seriesStyle } from './palette.ts';

/** What the series at this place is filled with: its colour, or the hatching defined in the same chart. */
export function seriesFill(chartId: string, at: number): string {
  const style = seriesStyle(at);
  return style.hatch === undefined ? style.fill : `url(#${chartId}-hatch-${at})`;
}

/** The hatching of the series at this place, to stand in an SVG's definitions; none where its colour is enough. */
export function Hatching(props: { readonly chartId: string; readonly at: number }): VNode | null {
  const style = seriesStyle(props.at);
  if (style.hatch === undefined) return null;
  return (
    <pattern
      id={`${props.chartId}-hatch-${props.at}`}
      width="7"
      height="7"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${style.hatch})`}
    >
      <rect width="7" height="7" fill={style.fill} />
      <rect width="1.5" height="7" fill="#ffffff" />
    </pattern>
  );
}
