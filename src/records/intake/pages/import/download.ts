import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import type { Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { RETURN_MODULES } from '../../../returns/return-module.ts';
import { returnModule } from '../../../returns/return-modules.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { correctionCsv, correctionName } from '../../correction-csv.ts';
import { rejectionsOf } from '../../load-rejections.ts';
import { type ImportedFile, loadFiles } from '../../outcome-parts.ts';

/** The header of a file's rejected rows: its own, or that of the module of a return as XML. */
function headerOf(file: ImportedFile, kind: string | undefined): readonly string[] | undefined {
  if (file.kind !== 'return_xml') return file.header;
  const module = RETURN_MODULES.find((each) => each === kind);
  return module && returnModule(module).columns.map(({ name }) => name);
}

/** The rejected rows of one file to be corrected. */
export async function sendRejections(request: PageRequest): Promise<Reply> {
  const { params, query, read } = request;
  const importId = params.importId ?? '';
  const kind = query.get('kind') ?? undefined;
  const files = await read<RecordsTables, ImportedFile[]>((tx) => loadFiles(tx, importId));
  const file = files.find(({ fileNumber }) => String(fileNumber) === params.fileNumber);
  const header = file && headerOf(file, kind);
  if (file === undefined || header === undefined) return notFoundPage('There is no such file.');
  const wanted = file.kind === 'return_xml' ? kind : undefined;
  const rows = rejectionsOf(request, importId, file.fileNumber, wanted);
  return {
    kind: 'download',
    filename: correctionName(file.path, file.returnYear, wanted ?? file.kind),
    contentType: 'text/csv; charset=utf-8',
    content: correctionCsv(header, rows),
    ...(file.kind === 'return_xml' ? {} : { rows: file.rejected }),
  };
}
