import type { VNode } from 'preact';
import { FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { Details } from '../../../platform/components/messages.tsx';
import type { WeekShown } from '../weekly-report/week.ts';
import { movementTiles, tilesOf } from './figure-tiles-of-week.ts';
import { GroupTable } from './group-table.tsx';
import type { SinceLastWeek } from './load-since.ts';
/** The week's figures in three sizes, each with its change and the line of thirteen weeks. */
export function FiguresOfTheWeek(props: {
  readonly since: SinceLastWeek;
  readonly week: WeekShown;
}): VNode {
  const { since, week } = props;
  return (
    <>
      <FigureTiles tiles={tilesOf(since, week)} />
      <FigureTiles tiles={movementTiles(since, week)} small />
      <Details summary="By placement group">
        <GroupTable {...props} />
      </Details>
    </>
  );
}
