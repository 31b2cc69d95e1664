import { WellplacedError } from '../../../core/errors.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { linksInForce } from '../../links/links-in-force.ts';
import { linkOf } from '../../links/load-links.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { Extent } from '../imports/extent.ts';
import type { FilePlan } from '../imports/file-plan.ts';
import { ImportTally } from '../imports/import-tally.ts';
import { unpackKept } from '../imports/kept-files.ts';
import { type PlannedFile, unread } from '../imports/planned-file.ts';
import { readable, readingsOf } from '../imports/reading-order.ts';
import { RowsHeld } from '../imports/rows-held.ts';
import { makeLink } from '../linking/make-link.ts';
import type { FileReader } from '../reading/reader.ts';
import { storeExtracts } from '../storing/store-extracts.ts';
import { storeReturns } from '../storing/store-returns.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** What making an import again needs. */
export interface ReplayDesk {
  readonly tx: Transaction;
  readonly reader: FileReader;
  /** Where kept files are written out while they are read. */
  readonly folder: string;
  readonly today: PlainDate;
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

function notKept(path: string, importId: string): WellplacedError {
  return new WellplacedError(
    'file-not-kept',
    `${path} of the import ${importId} is not kept, and the records cannot be made again without it.`,
    'Only what came in since files are kept can be taken back; put the records right with a new import.',
  );
}

/** The files of an import as they were planned. Throws a WellplacedError `file-not-kept`. */
async function plannedFiles(
  { tx, folder }: ReplayDesk,
  importId: string,
): Promise<readonly PlannedFile[]> {
  const rows = await tx.db
    .selectFrom('import_file')
    .select(['file_number', 'path', 'bytes', 'sha256', 'kind', 'return_year', 'plan', 'problem'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .orderBy('file_number')
    .execute();
  const unpacked = new Map<string, SourceFile>();
  const planned: PlannedFile[] = [];
  for (const row of rows) {
    const { path, sha256, plan } = row;
    const file = unread(row.file_number, path, row.bytes);
    if (row.problem !== null) {
      // What stands beside a refused file is known by its kind and year alone.
      const kind = (plan as FilePlan | null) ?? undefined;
      const problem = new WellplacedError('file-refused', row.problem, '');
      planned.push({ ...file, ...kind, returnYear: row.return_year ?? undefined, problem });
      continue;
    }
    const source =
      sha256 === null
        ? undefined
        : (unpacked.get(sha256) ?? (await unpackKept(tx, sha256, folder)));
    if (plan === null || sha256 === null || source === undefined) throw notKept(path, importId);
    unpacked.set(sha256, source);
    const { recognised, mapping } = plan as FilePlan;
    planned.push({
      ...file,
      source: { ...source, path },
      sha256,
      recognised,
      mapping,
      returnYear: row.return_year ?? undefined,
    });
  }
  return planned;
}

/** Has an import store its rows again, on what stands now, as it did when it was made. */
export async function replayImport(desk: ReplayDesk, importId: string): Promise<void> {
  const { tx, reader, today, onProgress } = desk;
  const [row] = await tx.rows(
    'select extent from import where authority_id = $1 and import_id = $2',
    [tx.authority, importId],
  );
  const links = await linksInForce(tx, importId);
  const link = await linkOf(tx, importId);
  if (link !== undefined) {
    // What it follows may follow another by now: an earlier link may have been put back since.
    await makeLink(tx, { ...link, follows: links.standing(link.follows) }, today);
    return;
  }
  const planned = await plannedFiles(desk, importId);
  const files = readable(planned);
  const refused = planned.filter(({ problem }) => problem !== undefined);
  const tally = new ImportTally(planned.length);
  const held = new RowsHeld(reader.mostRows);
  const extent = (row?.[0] ?? undefined) as Extent | undefined;
  reader.expect(readingsOf(planned));
  const run = {
    ...{ tx, importId, reader, files, refused, tally, held, extent, today, onProgress },
    latest: new Map<number, PlainDate>(),
    links,
  };
  await storeReturns(run);
  await storeExtracts(run);
}
