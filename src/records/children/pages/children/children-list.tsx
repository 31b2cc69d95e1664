import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import type { TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import type { ReadingRequest } from '../../../../platform/http/route.ts';
import type { FileNaming } from '../../../../platform/lists/file-naming.ts';
import { type Asked, type FileRows, list } from '../../../../platform/lists/list.ts';
import { goneAsSeen } from '../../../gone/gone-as-seen.ts';
import { GoneCount } from '../../../gone/gone-notice.tsx';
import { paths } from '../../../paths.ts';
import { restrictedLeftOut } from '../../../restrictions/left-out.ts';
import { asKnownNote } from '../../../revisions/as-known-note.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { AREA_NAMES, ageOf, fileRow, providerOf, sexOf } from '../../child-row.ts';
import type { ChildrenOrder, SortKey } from '../../children-sorting.ts';
import { loadChildren } from '../../list-children.ts';
import { loadChildRows, loadSelection, sortedChildren } from '../../load-children.ts';
import { namesInFiles } from '../../names-in-files.ts';
import {
  Counted,
  childCell,
  legalStatusCell,
  NamesFiles,
  placementCell,
  sinceCell,
} from './cells.tsx';
import { CHILDREN_FILTERS, type ChildrenAsked, seesNames } from './filters.tsx';

type Transaction = CouncilTransaction<RecordsTables>;

const CHILDREN_AT_ONCE = 1_000;

/** The order by one of the list's columns; those of a file alone do not sort. */
export function orderOf({ order }: Pick<Asked<unknown>, 'order'>): ChildrenOrder {
  return { key: order.key as SortKey, order: order.order };
}

function loadPage(request: ReadingRequest, asked: Asked<ChildrenAsked>) {
  const { values, page, pageSize } = asked;
  const night = values.on;
  return request.read(async (tx: Transaction) => {
    const order = orderOf(asked);
    const found = await loadChildren(tx, { filter: values, night, order, page, pageSize });
    return { ...found, gone: (await goneAsSeen(tx, request.today)).length };
  });
}

/** The whole list, read some children at a time while it is sent. */
async function childrenFile(
  request: ReadingRequest,
  asked: Asked<ChildrenAsked>,
  naming: FileNaming,
): Promise<FileRows> {
  const { on: night } = asked.values;
  const { selection, childIds, called } = await request.read(async (tx: Transaction) => {
    const chosen = await loadSelection(tx, asked.values, night);
    const sorted = await sortedChildren(tx, chosen, orderOf(asked));
    return {
      selection: chosen,
      childIds: sorted.childIds,
      called: await namesInFiles(tx, naming),
    };
  });
  async function* rows(): AsyncGenerator<TabularRow> {
    for (let at = 0; at < childIds.length; at += CHILDREN_AT_ONCE) {
      const some = childIds.slice(at, at + CHILDREN_AT_ONCE);
      const loaded = await request.read((tx: Transaction) => loadChildRows(tx, selection, some));
      for (const row of loaded) yield fileRow(row, night, called(row.childId));
    }
  }
  return { rows: rows(), total: childIds.length };
}

/** The children looked after on a night. */
export const childrenList = list({
  name: 'children',
  thing: 'list of children',
  path: paths.children,
  section: 'Records',
  permission: 'see children',
  title: 'Children',
  filters: CHILDREN_FILTERS,
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  load: loadPage,
  columns: [
    { key: 'child', heading: 'Child', type: 'text', cell: childCell },
    {
      ...{ key: 'age', heading: 'Age', type: 'whole' },
      cell: (row, { values }) => ageOf(row, values.on),
    },
    { key: 'sex', heading: 'Sex', type: 'text', cell: sexOf },
    { key: 'group', heading: 'Placement group', type: 'text', only: 'file', sortable: false },
    { key: 'place', heading: 'Placement code', type: 'text', only: 'file', sortable: false },
    { key: 'placement', heading: 'Placement', type: 'text', cell: placementCell },
    { key: 'provider', heading: 'Provider', type: 'text', cell: providerOf },
    { key: 'urn', heading: 'URN', type: 'text', only: 'file', sortable: false },
    { key: 'legalStatus', heading: 'Legal status', type: 'text', cell: legalStatusCell },
    {
      ...{ key: 'area', heading: 'Area', type: 'text' },
      cell: ({ place, area }) =>
        place === null ? null : AREA_NAMES[area].replaceAll(' ', '\u00a0'),
    },
    {
      ...{ key: 'miles', heading: 'Miles', type: 'decimal' },
      about:
        'In a straight line from the home to the placement, by the centres of their postcodes.',
    },
    { key: 'placementStart', heading: 'Placement began', type: 'date' },
    {
      ...{ key: 'since', heading: 'Looked after since', type: 'date' },
      cell: sinceCell,
    },
    {
      ...{ key: 'sinceBefore', heading: 'Looked after before that', type: 'text' },
      ...{ only: 'file', sortable: false },
    },
    {
      ...{ key: 'weekly', heading: 'Weekly cost', type: 'money', summed: true },
      about:
        'What the package costs a week on that night, whoever pays; empty where no element holds the night.',
    },
  ],
  rowHeader: 'child',
  first: { key: 'child', order: 'ascending' },
  file: childrenFile,
  fileOf: (_request, { on }) => on,
  namesChildren: () => 'child',
  counted: (total, { values }) => <Counted asked={values} total={total} />,
  empty: 'No child was looked after that night. Choose another night.',
  noMatch: 'No children match. Take a filter away, or choose another night.',
  between: ({ loaded }) => <GoneCount waiting={loaded.gone} />,
  below: ({ request, loaded }) =>
    loaded.total > 0 && seesNames(request) ? <NamesFiles query={request.query} /> : null,
});
