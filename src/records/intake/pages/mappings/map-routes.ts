import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { viewOf } from '../../../../platform/http/audit-event.ts';
import { type FieldProblem, typedValue } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { type PageReply, page, type Reply, redirect } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import type { RowKind } from '../../files/file-kind.ts';
import { canonicalHeader } from '../../files/header.ts';
import { saveMapping } from '../../mappings/keep-mapping.ts';
import { loadMappableFile } from '../../mappings/mappable-file.ts';
import { mappingFor } from '../../mappings/mapping-for.ts';
import { headerOfMapping, loadMappings } from '../../mappings/mapping-store.ts';
import { type MappableFile, previewOf } from '../../mappings/preview.ts';
import { MAPPABLE_KINDS } from './choose-kind.tsx';
import { MAP_TITLE, MapView } from './map-view.tsx';
import { fieldsOfMapping, readMapping, suggestedFields } from './mapping-form.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const NO_FILE =
  'There is no such file, or its layout is known already. Only tables whose layout is not known can be mapped.';

function mapPage(
  file: MappableFile,
  parts: Omit<Parameters<typeof MapView>[0], 'file'>,
): PageReply {
  return page({
    title: MAP_TITLE,
    section: 'Records',
    breadcrumbs: [
      { text: 'Imports', href: paths.imports },
      { text: 'Import', href: paths.import(file.importId) },
    ],
    ...((parts.problems ?? []).length > 0 ? { status: 422 } : {}),
    content: MapView({ file, ...parts }),
  });
}

function kindAsked({ query }: PageRequest): RowKind | undefined {
  return MAPPABLE_KINDS.find((each) => each === query.get('kind'));
}

async function mappableFile(request: PageRequest): Promise<MappableFile | undefined> {
  const { params, read } = request;
  const number = Number(params.fileNumber);
  if (!Number.isSafeInteger(number)) return undefined;
  return read((tx: Transaction) => loadMappableFile(tx, params.importId ?? '', number));
}

async function showForm(request: PageRequest): Promise<Reply> {
  const file = await mappableFile(request);
  if (file === undefined) return notFoundPage(NO_FILE);
  const mappings = await request.read(loadMappings);
  const standing = mappingFor(file.header, mappings);
  const kind = kindAsked(request) ?? standing?.kind;
  if (kind === undefined) return mapPage(file, { kind, typed: {} });
  const typed =
    standing?.kind === kind
      ? fieldsOfMapping(standing)
      : suggestedFields(kind, file.header, file.sample);
  return mapPage(file, { kind, typed });
}

/** A name is taken when a layout of other columns has it; one of the same columns is saved over. */
async function nameTaken(tx: Transaction, name: string, file: MappableFile): Promise<boolean> {
  const header = await headerOfMapping(tx, name);
  const form = (columns: readonly string[]) => columns.map(canonicalHeader).sort().join('|');
  return header !== undefined && form(header) !== form(file.header);
}

async function takeForm(request: PageRequest): Promise<Reply> {
  const { body } = request;
  const file = await mappableFile(request);
  const kind = kindAsked(request);
  if (file === undefined || kind === undefined) return notFoundPage(NO_FILE);
  const previewing = typedValue(body, 'action') === 'preview';
  // A preview needs no name yet.
  const form = previewing ? { ...body, name: typedValue(body, 'name').trim() || 'Preview' } : body;
  const check = readMapping(kind, file.header, form);
  const again = (problems: readonly FieldProblem[]) =>
    mapPage(file, { kind, typed: body, problems });
  if (!check.ok) return again(check.problems);
  const { mapping } = check;
  if (previewing) {
    return mapPage(file, { kind, typed: body, preview: previewOf(mapping, file) });
  }
  const saved = await request.change('column layout saved', async (tx: Transaction) => {
    if (await nameTaken(tx, mapping.name, file)) return false;
    await saveMapping(tx, mapping, file.header);
    return true;
  });
  if (!saved) {
    const message = `There is already a layout called ${mapping.name}: choose another name`;
    return again([{ field: 'name', message }]);
  }
  return redirect(`${paths.import(file.importId)}#refused`);
}

/** Mapping the columns of a file that was refused because its layout is not known. */
export function mapColumnsRoutes(): readonly Route[] {
  const path = '/imports/:importId/files/:fileNumber/columns';
  const permission = 'import records';
  return [
    { method: 'GET', path, permission, audit: viewOf('columns of a file'), handle: showForm },
    { method: 'POST', path, permission, handle: takeForm },
  ];
}
