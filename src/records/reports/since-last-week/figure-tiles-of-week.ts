import { inFigures } from '../../../core/english.ts';
import type { FigureTile } from '../../../platform/components/figure-tiles.tsx';
import { paths } from '../../paths.ts';
import { listDefinition } from '../list-definitions.ts';
import type { WeekShown } from '../weekly-report/week.ts';
import type { FiguresOfWeek } from '../weekly-report/weekly-figures.ts';
import { changeInWords, type Followed, line, pounds } from './followed.ts';
import type { SinceLastWeek } from './load-since.ts';

const count = inFigures;

const TILES: readonly (Followed &
  Pick<FigureTile, 'label'> & {
    readonly definition: string;
    readonly rows: (week: WeekShown) => string;
  })[] = [
  {
    ...{ label: 'Children looked after', of: ({ children }) => children, shown: count },
    ofANight: true,
    definition: paths.definition('children.total'),
    rows: ({ countsTo }) => paths.childrenWhere({ on: countsTo }),
  },
  {
    ...{ label: 'Spend in the week', of: ({ weekPence }) => weekPence, shown: pounds },
    definition: paths.definition('spend.weekPence'),
    rows: ({ weekEnding }) => paths.costs(weekEnding),
  },
  {
    ...{ label: 'Weekly cost on the last night', of: ({ weeklyOnLastNight }) => weeklyOnLastNight },
    ...{ shown: pounds, ofANight: true },
    definition: listDefinition('weeklyOnLastNight'),
    rows: ({ weekEnding }) => paths.costs(weekEnding),
  },
];

const MOVEMENTS = [
  ['Started', 'starts', 'starts'],
  ['Ceased', 'ends', 'ends'],
  ['Placement moves', 'placementMoves', 'moves'],
  ['Unplanned moves', 'unplannedMoves', 'unplanned'],
] as const;

/** The week’s first figures. */
export function tilesOf(since: SinceLastWeek, week: WeekShown): FigureTile[] {
  return TILES.map(({ label, definition, rows, ...followed }) => ({
    ...{ label, definition, rows: rows(week) },
    value: followed.shown(followed.of(since.now)),
    note: changeInWords(followed, since, week),
    trend: line(followed, since),
  }));
}

/** The week’s movements, the second figures. */
export function movementTiles(since: SinceLastWeek, week: WeekShown): FigureTile[] {
  return MOVEMENTS.map(([label, figure, kind]) => {
    const followed = { of: ({ movement }: FiguresOfWeek) => movement[figure], shown: count };
    return {
      ...{ label, definition: paths.definition(`movement.${figure}`) },
      rows: paths.movements(week.weekEnding, kind),
      value: count(since.now.movement[figure]),
      note: changeInWords(followed, since, week),
      trend: line(followed, since),
    };
  });
}
