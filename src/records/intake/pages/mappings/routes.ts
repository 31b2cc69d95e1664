import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { type FieldProblem, typedValue } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { type PageReply, page, type Reply, redirect } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { changeMapping, deleteMapping } from '../../mappings/keep-mapping.ts';
import { loadMappings } from '../../mappings/mapping-store.ts';
import type { SavedMapping } from '../../mappings/saved-mapping.ts';
import { mapColumnsRoutes } from './map-routes.ts';
import { readExtent, readName } from './mapping-form.ts';
import { LAYOUT_TITLE, LayoutView, SAVED_TITLE, SavedView } from './saved-views.tsx';

type Transaction = CouncilTransaction<RecordsTables>;

const NO_LAYOUT = 'There is no saved layout of this name.';
const IMPORTS = { text: 'Imports', href: paths.imports };

async function showList({ read }: PageRequest): Promise<Reply> {
  const mappings = await read(loadMappings);
  return page({
    title: SAVED_TITLE,
    section: 'Records',
    breadcrumbs: [IMPORTS],
    content: SavedView({ mappings }),
  });
}

function layoutPage(
  mapping: SavedMapping,
  typedName = mapping.name,
  typedExtent = mapping.extent,
  problems: readonly FieldProblem[] = [],
): PageReply {
  return page({
    title: LAYOUT_TITLE,
    section: 'Records',
    breadcrumbs: [IMPORTS, { text: SAVED_TITLE, href: paths.mappings }],
    ...(problems.length > 0 ? { status: 422 } : {}),
    content: LayoutView({ mapping, typedName, typedExtent, problems }),
  });
}

async function showLayout({ query, read }: PageRequest): Promise<Reply> {
  const mappings = await read(loadMappings);
  const mapping = mappings.find(({ name }) => name === query.get('name'));
  return mapping === undefined ? notFoundPage(NO_LAYOUT) : layoutPage(mapping);
}

async function changeLayout(request: PageRequest): Promise<Reply> {
  const { query, body } = request;
  const mappings = await request.read(loadMappings);
  const mapping = mappings.find((each) => each.name === query.get('name'));
  if (mapping === undefined) return notFoundPage(NO_LAYOUT);
  if (typedValue(body, 'action') === 'delete') {
    await request.change('column layout deleted', (tx: Transaction) =>
      deleteMapping(tx, mapping.name),
    );
    return redirect(paths.mappings);
  }
  const { name, problems } = readName(body);
  if (name !== mapping.name && mappings.some((each) => each.name === name)) {
    problems.push({ field: 'name', message: `There is already a layout called ${name}` });
  }
  const { extent } = readExtent(body);
  if (problems.length > 0) return layoutPage(mapping, name, extent, problems);
  await request.change('column layout changed', (tx: Transaction) =>
    changeMapping(tx, mapping, { name, extent }),
  );
  return redirect(paths.mapping(name));
}

/** Mapping columns, and the layouts that were mapped. */
export function mappingsRoutes(): readonly Route[] {
  const permission = 'import records';
  const layout = '/imports/columns/layout';
  return [
    { method: 'GET', path: paths.mappings, permission, audit: 'shows no child', handle: showList },
    { method: 'GET', path: layout, permission, audit: 'shows no child', handle: showLayout },
    { method: 'POST', path: layout, permission, handle: changeLayout },
    ...mapColumnsRoutes(),
  ];
}
