/** The colours of a series: its fill, what text stands on it, its line's dashes. */
export interface SeriesStyle {
  readonly fill: string;
  readonly text: string;
  readonly dashes: string;
  /** The direction of the white lines that tell it apart when printed in grey; none where the shade does. */
  readonly hatch: number | undefined;
}

const WHITE = '#ffffff';
const BLACK = '#0b0c0c';

/**
 * The Government Analysis Function's categorical palette, dark and light in turn, so that neighbours
 * differ in grey; the later ones are hatched besides.
 */
const STYLES: readonly SeriesStyle[] = [
  { fill: '#12436d', text: WHITE, dashes: '', hatch: undefined },
  { fill: '#28a197', text: BLACK, dashes: '7 3', hatch: undefined },
  { fill: '#801650', text: WHITE, dashes: '2 3', hatch: 45 },
  { fill: '#f46a25', text: BLACK, dashes: '10 3 2 3', hatch: 135 },
  { fill: '#3d3d3d', text: WHITE, dashes: '4 4', hatch: 90 },
  { fill: '#a285d1', text: BLACK, dashes: '12 4', hatch: 0 },
];

/** The style of the series at this place, from 0. From the seventh on they repeat; a chart should not have so many. */
export function seriesStyle(at: number): SeriesStyle {
  return STYLES[at % STYLES.length] ?? { fill: BLACK, text: WHITE, dashes: '', hatch: undefined };
}
