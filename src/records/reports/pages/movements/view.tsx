import type { VNode } from 'preact';
import { oneOrMore } from '../../../../core/english.ts';
import { Select } from '../../../../platform/components/choices.tsx';
import { Filter } from '../../../../platform/components/filter.tsx';
import { Tag } from '../../../../platform/components/messages.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { type MovementKind, paths } from '../../../paths.ts';
import { Definitions } from '../../document/figure.tsx';
import { DEFINITION_LINKS } from '../../document/links.ts';
import { childCells, childColumns } from '../../lists/child-cells.tsx';
import { BackToReport, ListPage, WeekField, weekTyped } from '../../lists/list-page.tsx';
import {
  COLUMNS,
  FIRST_ORDER,
  MOVEMENTS_TITLE,
  type MovementsQuery,
} from '../../lists/movements-list.ts';
import { RowList } from '../../lists/row-list.tsx';
import { MOVEMENT_KIND_NAMES, type MovementRow } from '../../movement-rows.ts';

const KIND_COLOURS = {
  starts: 'green',
  ends: 'grey',
  moves: 'teal',
  unplanned: 'orange',
  joined: 'yellow',
  left: 'yellow',
} as const;

/** The movements of a week. */
export function MovementsView(props: {
  readonly request: PageRequest;
  readonly values: MovementsQuery;
  readonly rows: readonly MovementRow[];
  readonly leavesOut: boolean;
}): VNode {
  const { request, values, rows, leavesOut } = props;
  const { roles } = request.person;
  const weekEnding = values['week-ending'];
  return (
    <ListPage
      title={MOVEMENTS_TITLE}
      weekEnding={weekEnding}
      lead="Each row is one that the week’s report counts. Short breaks are left out."
    >
      <Filter label="Filter movements" path={paths.movements(weekEnding)}>
        <WeekField value={weekTyped(weekEnding)} />
        <Select
          name="kind"
          label="What happened"
          value={values.kind ?? ''}
          choices={[
            { value: '', text: 'All' },
            ...Object.entries(MOVEMENT_KIND_NAMES).map(([value, text]) => ({ value, text })),
          ]}
        />
        <TextInput name="search" label="Package or child" value={values.search ?? ''} />
      </Filter>
      <RowList
        list="movements"
        caption={MOVEMENTS_TITLE}
        counted={oneOrMore(rows.length, 'row')}
        path={request.path}
        query={request.query}
        columns={[...childColumns(roles), ...COLUMNS]}
        rows={rows}
        leavesOut={leavesOut}
        first={FIRST_ORDER}
        rowHeader="package"
        cells={(row) => ({
          ...childCells(roles, row),
          what: <KindTag kind={row.kind} />,
        })}
        empty="Nobody started, ceased or moved in this week as the filters ask."
      />
      <Definitions
        figures={[
          'movement.starts',
          'movement.ends',
          'movement.joinedWithoutStart',
          'movement.leftWithoutEnd',
          'movement.placementMoves',
          'movement.unplannedMoves',
        ]}
        links={DEFINITION_LINKS}
      />
      <BackToReport weekEnding={weekEnding} />
    </ListPage>
  );
}

function KindTag({ kind }: { readonly kind: MovementKind }): VNode {
  return <Tag text={MOVEMENT_KIND_NAMES[kind]} colour={KIND_COLOURS[kind]} />;
}
