import type { PlatformTables } from '../../../platform/database/platform-tables.ts';
import { notFoundPage } from '../../../platform/http/problem-page.tsx';
import type { Reply } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { RETURN_MODULES } from '../../returns/return-module.ts';
import { returnModule } from '../../returns/return-modules.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { correctionCsv, correctionName } from './correction-csv.ts';
import { type ImportedFile, loadFiles } from './outcome-store.ts';
import { rejectionsOf } from './rejections-store.ts';

/** The header of a file's rejected rows: its own, or that of the module of a return as XML. */
function headerOf(file: ImportedFile, kind: string | undefined): readonly string[] | undefined {
  if (file.kind !== 'return_xml') return file.header;
  const module = RETURN_MODULES.find((each) => each === kind);
  return module && returnModule(module).columns.map(({ name }) => name);
}

/** The rejected rows of one file to be corrected. They hold what the file held, so that who took them is written to the audit trail first. */
export async function sendRejections(request: PageRequest): Promise<Reply> {
  const { ground, council, person, params, query } = request;
  const importId = params.importId ?? '';
  const kind = query.get('kind') ?? undefined;
  const acting = {
    authority: council.code,
    actor: person.name,
    reason: 'rejected rows downloaded to be corrected',
  };
  const file = await ground.transaction<RecordsTables & PlatformTables, ImportedFile | undefined>(
    acting,
    async (tx) => {
      const files = await loadFiles(tx as never, importId);
      const found = files.find(({ fileNumber }) => String(fileNumber) === params.fileNumber);
      if (found === undefined) return undefined;
      const about = { importId, fileNumber: found.fileNumber };
      const entry = ['download', 'rejection', about, { rows: found.rejected }, null];
      await tx.insertMany(
        'audit_entry',
        ['action', 'table_name', 'row_key', 'after', 'import_id'],
        [entry],
      );
      return found;
    },
  );
  const header = file && headerOf(file, kind);
  if (file === undefined || header === undefined) return notFoundPage('There is no such file.');
  const wanted = file.kind === 'return_xml' ? kind : undefined;
  const rows = rejectionsOf(ground, council.code, importId, file.fileNumber, wanted);
  return {
    kind: 'download',
    filename: correctionName(file.path, file.returnYear, wanted ?? file.kind),
    contentType: 'text/csv; charset=utf-8',
    content: correctionCsv(header, rows),
  };
}
