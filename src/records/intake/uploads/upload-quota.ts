import { WellplacedError } from '../../../core/errors.ts';
import { loadSettings } from '../../../platform/database/authority-settings.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const MEGABYTE = 2 ** 20;

const WAY_OUT =
  'Wait until the imports that wait have ended, cancel one, or delete the files that an import could not use; each is on the page of its import. Large files can be loaded with the "wellplaced import" command.';

/** Lets one piece of the council’s uploads follow another until the transaction ends, so that two at once cannot both be the last that fits. */
async function holdUploads(tx: Transaction): Promise<void> {
  await tx.rows('select 1 from authority where authority_id = $1 for no key update', [
    tx.authority,
  ]);
}

/** What is held of everybody’s uploads and of the person’s (by id), in bytes, but for the import that is to be replaced. */
async function bytesHeld(
  tx: Transaction,
  person: string | undefined,
  instead: string | undefined,
): Promise<{ readonly council: number; readonly person: number }> {
  const [row] = await tx.rows(
    `select coalesce(sum(octet_length(c.content)), 0),
       coalesce(sum(octet_length(c.content)) filter (where i.person_id::text = $2), 0)
     from upload_chunk c join import i on i.authority_id = $1 and i.import_id = c.import_id
     where c.authority_id = $1 and ($3::text is null or c.import_id <> $3)`,
    [tx.authority, person ?? null, instead ?? null],
  );
  return { council: Number(row?.[0]), person: Number(row?.[1]) };
}

function overQuota(whose: string, held: number, most: number): WellplacedError {
  const before = Math.ceil(held / MEGABYTE).toLocaleString('en-GB');
  return new WellplacedError(
    'upload-quota',
    `There is no room for this upload: ${whose} may hold ${most.toLocaleString('en-GB')} MB of uploads that wait or could not be used, and ${before} MB are held, what came of this one among them. Nothing of it was kept.`,
    WAY_OUT,
  );
}

/** Throws a WellplacedError `upload-quota` when another piece of so many bytes would be more than the council, or the person, may hold. */
export async function checkRoom(
  tx: Transaction,
  person: string | undefined,
  bytes: number,
  instead?: string,
): Promise<void> {
  await holdUploads(tx);
  const { uploadCouncilMb, uploadPersonMb } = await loadSettings(tx);
  const held = await bytesHeld(tx, person, instead);
  if (held.person + bytes > uploadPersonMb * MEGABYTE) {
    throw overQuota('one person', held.person, uploadPersonMb);
  }
  if (held.council + bytes > uploadCouncilMb * MEGABYTE) {
    throw overQuota('the council', held.council, uploadCouncilMb);
  }
}

/** Throws a WellplacedError `uploads-waiting` when the person has as many uploads under way as the council allows. */
export async function checkWaiting(tx: Transaction, person: string | undefined): Promise<void> {
  await holdUploads(tx);
  const { uploadsWaiting } = await loadSettings(tx);
  const [row] = await tx.rows(
    `select count(*)::int from import where authority_id = $1 and origin = 'upload'
     and person_id::text = $2 and status in ('receiving', 'queued', 'running')`,
    [tx.authority, person ?? null],
  );
  if (Number(row?.[0]) < uploadsWaiting) return;
  throw new WellplacedError(
    'uploads-waiting',
    `You have ${Number(row?.[0])} uploads under way, and ${uploadsWaiting} are allowed at once. This one was not taken.`,
    'Wait until one has ended, or cancel one that waits.',
  );
}
